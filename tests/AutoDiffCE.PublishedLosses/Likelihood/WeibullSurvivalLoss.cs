using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(((k/λ)(t/λ)^(k − 1))^u · e^(−(t/λ)^k)), u = 1 for an event, 0 for a censored time.</summary>
/// <remarks>W. Weibull, A Statistical Distribution Function of Wide Applicability, Journal of Applied Mechanics 1951.</remarks>
[Loss]
internal sealed partial class WeibullSurvivalLoss
{
    /// <param name="lambda">The scale, above 0.</param>
    /// <param name="k">The shape, above 0.</param>
    /// <param name="t">The time, above 0.</param>
    /// <param name="u">Whether it is that of an event.</param>
    public double Formula([Differentiable] double lambda, [Differentiable] double k, double t, int u)
    {
        double Hazard() => k / lambda * Pow(t / lambda, k - 1);
        double survival = Exp(-Pow(t / lambda, k));
        return -Log(Pow(Hazard(), u) * survival);
    }
}
