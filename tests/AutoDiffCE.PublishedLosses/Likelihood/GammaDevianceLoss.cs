using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>2 (−ln(y/μ) + (y − μ)/μ).</summary>
/// <remarks>P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989.</remarks>
[Loss]
internal sealed partial class GammaDevianceLoss
{
    /// <param name="mu">The mean, above 0.</param>
    /// <param name="y">The target, above 0.</param>
    public double Formula(double mu, double y) => 2 * (-Log(y / mu) + (y - mu) / mu);
}
