using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Binary cross-entropy of a probability: −(target · log p + (1 − target) · log(1 − p)), each logarithm at least −100.</summary>
/// <remarks>
/// PyTorch's <c>nn.BCELoss</c>. Where a logarithm is below −100 the gradient is 0 here, since the loss does not depend on it; PyTorch has
/// up to 1e12 there. Of logits rather than probabilities, <see cref="BinaryCrossEntropyWithLogitsLoss"/> is the loss, which needs no such bound.
/// <para>
/// A probability outside 0 to 1, were it only by a rounding error, has no logarithm: the value is NaN, and the gradient that of a logarithm that no clamp holds
/// back, a number without a meaning. PyTorch throws. The target is not looked at: outside 0 to 1 the loss goes on linearly, and may be negative.
/// </para>
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html</para>
/// </remarks>
[Loss(Mean = MeanOver.Samples)]
public sealed partial class BinaryCrossEntropyLoss
{
    private const double Least = -100;

    /// <summary>The loss of one sample.</summary>
    /// <param name="probability">Of the positive class, from 0 to 1.</param>
    /// <param name="target">The probability that the positive class is true, from 0 to 1.</param>
    public double Formula(double probability, double target) =>
        -(target * Clamp(Log(probability), Least, 0) + (1 - target) * Clamp(Log(1 - probability), Least, 0));
}
