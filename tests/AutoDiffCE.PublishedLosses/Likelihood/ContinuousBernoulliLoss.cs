using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(C(λ) λ^x (1 − λ)^(1 − x)), C(λ) = 2 atanh(1 − 2λ)/(1 − 2λ), and 2 at λ = ½.</summary>
/// <remarks>G. Loaiza-Ganem, J. P. Cunningham, The Continuous Bernoulli: Fixing a Pervasive Error in Variational Autoencoders, NeurIPS 2019.</remarks>
[Loss]
internal sealed partial class ContinuousBernoulliLoss
{
    /// <param name="lambda">The parameter, from 0 to 1.</param>
    /// <param name="x">The target, from 0 to 1.</param>
    public double Formula(double lambda, double x)
    {
        double c = lambda != 0.5 ? 2 * Atanh(1 - 2 * lambda) / (1 - 2 * lambda) : 2;
        return -Log(c * Pow(lambda, x) * Pow(1 - lambda, 1 - x));
    }
}
