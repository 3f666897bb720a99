using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>τu + α log(1 + e^(−u/α)), u = target − prediction.</summary>
/// <remarks>
/// S. Zheng, Gradient Descent Algorithms for Quantile Regression with Smooth Approximation, International Journal of Machine Learning and Cybernetics
/// 2011.
/// </remarks>
[Loss]
internal sealed partial class SmoothPinballLoss(double tau, double alpha)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double u = target - prediction;
        return tau * u + alpha * Log(1 + Exp(-u / alpha));
    }
}
