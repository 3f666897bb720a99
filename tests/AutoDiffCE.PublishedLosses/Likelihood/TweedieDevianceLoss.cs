using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>2 (y^(2 − p)/((1 − p)(2 − p)) − y μ^(1 − p)/(1 − p) + μ^(2 − p)/(2 − p)), with Poisson's and Gamma's deviance at p = 1 and 2.</summary>
/// <remarks>B. Jørgensen, Exponential Dispersion Models, Journal of the Royal Statistical Society B 1987.</remarks>
[Loss]
internal sealed partial class TweedieDevianceLoss(double p)
{
    private readonly GammaDevianceLoss gamma = new();

    /// <param name="mu">The mean, above 0.</param>
    /// <param name="y">The target, above 0.</param>
    public double Formula(double mu, double y) => p switch
    {
        1 => 2 * (y * Log(y / mu) - (y - mu)),
        2 => gamma.Formula(mu, y),
        _ => 2 * (Pow(y, 2 - p) / ((1 - p) * (2 - p)) - y * Pow(mu, 1 - p) / (1 - p) + Pow(mu, 2 - p) / (2 - p)),
    };
}
