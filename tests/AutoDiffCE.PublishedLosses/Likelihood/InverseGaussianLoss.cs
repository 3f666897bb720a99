using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(√(λ/(2πx³)) · e^(−λ(x − μ)²/(2μ²x))).</summary>
/// <remarks>M. C. K. Tweedie, Statistical Properties of Inverse Gaussian Distributions, Annals of Mathematical Statistics 1957.</remarks>
[Loss]
internal sealed partial class InverseGaussianLoss
{
    /// <param name="mu">The mean, above 0.</param>
    /// <param name="lambda">The shape, above 0.</param>
    /// <param name="x">The target, above 0.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double lambda, double x) =>
        -Log(Sqrt(lambda / (2 * Math.PI * Cube(x))) * Exp(-lambda * Square(x - mu) / (2 * Square(mu) * x)));
}
