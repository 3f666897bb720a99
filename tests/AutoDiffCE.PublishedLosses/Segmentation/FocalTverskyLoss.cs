using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>(1 − TI)^(1/γ), TI the Tversky index.</summary>
/// <remarks>N. Abraham, N. M. Khan, A Novel Focal Tversky Loss Function with Improved Attention U-Net for Lesion Segmentation, ISBI 2019.</remarks>
[Loss]
internal sealed partial class FocalTverskyLoss(double alpha, double beta, double gamma)
{
    /// <param name="p">The probability of each pixel to be foreground.</param>
    /// <param name="g">1 where it is, 0 elsewhere.</param>
    public double Formula(Row p, Row g) => Pow(new TverskyLoss(alpha, beta).Formula(p, g), 1 / gamma);
}
