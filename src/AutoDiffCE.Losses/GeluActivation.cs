using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Gaussian error linear unit: input · Φ(input), where Φ is the distribution function of the standard normal distribution.</summary>
/// <param name="approximate">
/// Whether Φ is replaced by ½ (1 + tanh(√(2/π) (input + 0.044715 input³))), which PyTorch calls <c>approximate='tanh'</c>.
/// </param>
/// <remarks>
/// Both forms keep their relative accuracy towards −∞, where 1 + erf and 1 + tanh as written would be 0.
/// Sources: D. Hendrycks and K. Gimpel, Gaussian Error Linear Units, 2016; https://pytorch.org/docs/stable/generated/torch.nn.GELU.html
/// </remarks>
[Loss]
public sealed partial class GeluActivation(bool approximate = false)
{
    private const double RootOfTwoOverPi = 0.79788456080286536;

    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => approximate
        ? 0.5 * input * (1 + Tanh(RootOfTwoOverPi * input * (1 + 0.044715 * input * input)))
        : 0.5 * input * (1 + Erf(input / Math.Sqrt(2)));
}
