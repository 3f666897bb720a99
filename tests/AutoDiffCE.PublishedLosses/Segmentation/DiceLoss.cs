using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>1 − 2 Σ p g / (Σ p² + Σ g²).</summary>
/// <remarks>F. Milletari, N. Navab, S.-A. Ahmadi, V-Net: Fully Convolutional Neural Networks for Volumetric Medical Image Segmentation, 3DV 2016.</remarks>
[Loss]
internal sealed partial class DiceLoss
{
    /// <param name="p">The probability of each voxel to be foreground.</param>
    /// <param name="g">1 where it is, 0 elsewhere.</param>
    public double Formula(Row p, Row g) => 1 - 2 * Sum(p * g) / (Sum(p * p) + Sum(g * g));
}
