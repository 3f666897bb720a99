using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>
/// The derivative 4 σ(2x) σ(−2x) keeps its digits where 1 − tanh² would be 0.
/// Source: https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html
/// </remarks>
[Loss]
public sealed partial class TanhActivation
{
    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => Tanh(input);
}
