using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Sigmoid linear unit, also called swish: input · σ(input).</summary>
/// <remarks>Source: https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html</remarks>
[Loss]
public sealed partial class SiluActivation
{
    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => input * Sigmoid(input);
}
