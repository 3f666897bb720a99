using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(p + (1 − p)e^−λ) for y = 0, −ln((1 − p)e^−λ λ^y / y!) otherwise, λ = e^a and p = σ(b); without the constant ln y!.</summary>
/// <remarks>D. Lambert, Zero-Inflated Poisson Regression, with an Application to Defects in Manufacturing, Technometrics 1992.</remarks>
[Loss]
internal sealed partial class ZeroInflatedPoissonLoss
{
    /// <param name="a">The logarithm of the mean of the Poisson part.</param>
    /// <param name="b">The logit of a zero that is none of it.</param>
    /// <param name="y">The count.</param>
    public double Formula([Differentiable] double a, [Differentiable] double b, int y)
    {
        double lambda = Exp(a), p = 1 / (1 + Exp(-b));
        return y == 0 ? -Log(p + (1 - p) * Exp(-lambda)) : -Log((1 - p) * Exp(-lambda) * Pow(lambda, y));
    }
}
