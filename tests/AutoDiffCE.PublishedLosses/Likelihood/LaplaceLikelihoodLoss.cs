using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(1/(2b) · e^(−|x − μ|/b)), b = ln(1 + e^r).</summary>
/// <remarks>Pierre-Simon Laplace's first law of errors; S. Kotz, T. J. Kozubowski, K. Podgórski, The Laplace Distribution and Generalizations, 2001.</remarks>
[Loss]
internal sealed partial class LaplaceLikelihoodLoss
{
    /// <param name="mu">The median.</param>
    /// <param name="r">The raw scale.</param>
    /// <param name="x">The target.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double r, double x)
    {
        double b = Log(1 + Exp(r));
        return -Log(1 / (2 * b) * Exp(-Abs(x - mu) / b));
    }
}
