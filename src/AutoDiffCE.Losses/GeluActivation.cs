using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Gaussian error linear unit: input · Φ(input), where Φ is the distribution function of the standard normal distribution.</summary>
/// <param name="approximate">
/// Whether Φ is replaced by ½ (1 + tanh(√(2/π) (input + 0.044715 input³))), which PyTorch calls <c>approximate='tanh'</c>.
/// </param>
/// <remarks>
/// Both forms keep their relative accuracy towards −∞, where 1 + erf and 1 + tanh would be 0.
/// Sources: D. Hendrycks and K. Gimpel, Gaussian Error Linear Units, 2016; https://pytorch.org/docs/stable/generated/torch.nn.GELU.html
/// </remarks>
[Loss]
public sealed partial class GeluActivation(bool approximate = false)
{
    private const double RootOfHalf = 0.70710678118654752;

    // √(8/π): ½ (1 + tanh u) is σ(2u).
    private const double Slope = 1.5957691216057308;

    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => approximate
        ? input * Sigmoid(Slope * input * (1 + 0.044715 * input * input))
        : 0.5 * input * Erfc(-RootOfHalf * input);
}
