using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(1/σ · (1 + ((x − μ)/σ)²/ν)^(−(ν + 1)/2)), without the constant of ν.</summary>
/// <remarks>K. L. Lange, R. J. A. Little, J. M. G. Taylor, Robust Statistical Modeling Using the t Distribution, JASA 1989.</remarks>
[Loss]
internal sealed partial class StudentLikelihoodLoss(double nu)
{
    /// <param name="mu">The location.</param>
    /// <param name="logSigma">The logarithm of the scale.</param>
    /// <param name="x">The target.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double logSigma, double x)
    {
        double sigma = Exp(logSigma);
        double z = (x - mu) / sigma;
        return -Log(1 / sigma * Pow(1 + z * z / nu, -(nu + 1) / 2));
    }
}
