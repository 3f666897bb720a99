using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>α (−1/N Σ (β t ln p + (1 − β)(1 − t) ln(1 − p))) − (1 − α) (2 Σ p t + S)/(Σ p + Σ t + S).</summary>
/// <remarks>
/// S. A. Taghanaki et al., Combo Loss: Handling Input and Output Imbalance in Multi-Organ Segmentation, Computerized Medical Imaging and Graphics
/// 2019.
/// </remarks>
[Loss]
internal sealed partial class ComboLoss(double alpha, double beta, double smoothing)
{
    /// <param name="p">The probability of each voxel to be foreground.</param>
    /// <param name="t">1 where it is, 0 elsewhere.</param>
    public double Formula(Row p, Row t)
    {
        double crossEntropy = -Mean(beta * t * Log(p) + (1 - beta) * (1 - t) * Log(1 - p));
        double dice = (2 * Sum(p * t) + smoothing) / (Sum(p) + Sum(t) + smoothing);
        return alpha * crossEntropy - (1 - alpha) * dice;
    }
}
