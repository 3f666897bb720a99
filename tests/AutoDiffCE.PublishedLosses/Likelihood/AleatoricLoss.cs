using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>½ e^−s (y − f)² + ½ s, s = log σ².</summary>
/// <remarks>A. Kendall, Y. Gal, What Uncertainties Do We Need in Bayesian Deep Learning for Computer Vision?, NIPS 2017.</remarks>
[Loss]
internal sealed partial class AleatoricLoss
{
    /// <param name="f">The mean.</param>
    /// <param name="s">The logarithm of the variance.</param>
    /// <param name="y">The target.</param>
    public double Formula([Differentiable] double f, [Differentiable] double s, double y) => 0.5 * Exp(-s) * Square(y - f) + 0.5 * s;
}
