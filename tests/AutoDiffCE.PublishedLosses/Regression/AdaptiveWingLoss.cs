using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>
/// ω ln(1 + (d/ε)^(α − y)) for d &lt; θ, A d − C otherwise, d = |y − ŷ|, A = ω/(1 + (θ/ε)^(α − y)) · (α − y)(θ/ε)^(α − y − 1)/ε,
/// C = θA − ω ln(1 + (θ/ε)^(α − y)).
/// </summary>
/// <remarks>X. Wang, L. Bo, L. Fuxin, Adaptive Wing Loss for Robust Face Alignment via Heatmap Regression, ICCV 2019.</remarks>
[Loss]
internal sealed partial class AdaptiveWingLoss(double omega, double theta, double epsilon, double alpha)
{
    /// <param name="prediction">The heat of a pixel as the model says.</param>
    /// <param name="y">The true one, from 0 to 1.</param>
    public double Formula(double prediction, double y)
    {
        double a = omega * (1 / (1 + Pow(theta / epsilon, alpha - y))) * (alpha - y) * Pow(theta / epsilon, alpha - y - 1) * (1 / epsilon);
        double c = theta * a - omega * Log(1 + Pow(theta / epsilon, alpha - y));
        double d = Abs(y - prediction);
        return d < theta ? omega * Log(1 + Pow(d / epsilon, alpha - y)) : a * d - c;
    }
}
