using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>1 − I/U, I = Σ x y, U = Σ (x + y − x y).</summary>
/// <remarks>M. A. Rahman, Y. Wang, Optimizing Intersection-Over-Union in Deep Neural Networks for Image Segmentation, ISVC 2016.</remarks>
[Loss]
internal sealed partial class JaccardLoss
{
    /// <param name="x">The probability of each pixel to be foreground.</param>
    /// <param name="y">1 where it is, 0 elsewhere.</param>
    public double Formula(Row x, Row y)
    {
        double intersection = Dot(x, y), union = Sum(x + y - x * y);
        return 1 - intersection / union;
    }
}
