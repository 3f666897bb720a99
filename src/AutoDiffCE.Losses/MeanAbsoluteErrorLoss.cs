using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Absolute error of a prediction: |prediction − target|.</summary>
/// <remarks>
/// PyTorch's <c>nn.L1Loss</c>; like there, the gradient is 0 where the prediction is exact.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html</para>
/// </remarks>
[Loss]
public sealed partial class MeanAbsoluteErrorLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target) => Abs(prediction - target);
}
