using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln Σ_k π_k · N(t | μ_k, σ_k²), π = softmax(z), σ = e^s.</summary>
/// <remarks>C. M. Bishop, Mixture Density Networks, Aston University 1994.</remarks>
[Loss]
internal sealed partial class MixtureDensityLoss
{
    /// <param name="z">The logits of the components.</param>
    /// <param name="mu">Their means.</param>
    /// <param name="s">The logarithms of their standard deviations.</param>
    /// <param name="t">The target.</param>
    public double Formula([Differentiable] Row z, [Differentiable] Row mu, [Differentiable] Row s, double t)
    {
        Row pi = Exp(z) / Sum(Exp(z));
        return -Log(Sum(pi, (weight, k) => weight * Normal(t, mu[k], Exp(s[k]))));
    }

    private static double Normal(double t, double mu, double sigma) =>
        1 / (Sqrt(2 * Math.PI) * sigma) * Exp(-Pow(t - mu, 2) / (2 * sigma * sigma));
}
