using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>The logistic function 1 / (1 + e^−input).</summary>
/// <remarks>
/// Accurate at both ends: σ(−80) is 1.8e-35, and so is the derivative at ±80.
/// Source: https://pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html
/// </remarks>
[Loss]
public sealed partial class SigmoidActivation
{
    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => 1 / (1 + Exp(-input));
}
