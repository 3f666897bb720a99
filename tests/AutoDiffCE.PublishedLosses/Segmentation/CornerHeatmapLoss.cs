using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>−1/N Σ ((1 − p)^α log p where y = 1, (1 − y)^β p^α log(1 − p) elsewhere), N the number of objects.</summary>
/// <remarks>H. Law, J. Deng, CornerNet: Detecting Objects as Paired Keypoints, ECCV 2018.</remarks>
[Loss]
internal sealed partial class CornerHeatmapLoss(double alpha, double beta)
{
    /// <param name="p">The probability of a corner at each place.</param>
    /// <param name="y">1 at a corner, less around it.</param>
    public double Formula(Row p, Row y)
    {
        Row atCorner = Pow(1 - p, alpha) * Log(p);
        Row elsewhere = Pow(1 - y, beta) * Pow(p, alpha) * Log(1 - p);
        return -1 / Count(y == 1) * Sum(Where(y == 1, atCorner, elsewhere));
    }
}
