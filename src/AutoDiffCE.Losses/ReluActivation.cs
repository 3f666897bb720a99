using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Rectified linear unit: the input where it is positive, 0 elsewhere.</summary>
/// <remarks>The derivative at 0 is 0, as in PyTorch. Source: https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html</remarks>
[Loss]
public sealed partial class ReluActivation
{
    /// <summary>The activation of one number.</summary>
    /// <param name="input">What the layer before it gives.</param>
    public double Formula(double input) => Relu(input);
}
