using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>(|α − 2| / α) · (((x / c)² / |α − 2| + 1)^(α/2) − 1), and its limits at α = 2, 0 and −∞.</summary>
/// <remarks>J. T. Barron, A General and Adaptive Robust Loss Function, CVPR 2019.</remarks>
[Loss]
internal sealed partial class GeneralRobustLoss(double alpha, double c)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double x = prediction - target;
        return alpha switch
        {
            2 => 0.5 * Pow(x / c, 2),
            0 => Log(0.5 * Pow(x / c, 2) + 1),
            double.NegativeInfinity => 1 - Exp(-0.5 * Pow(x / c, 2)),
            _ => Abs(alpha - 2) / alpha * (Pow(Pow(x / c, 2) / Abs(alpha - 2) + 1, alpha / 2) - 1),
        };
    }
}
