using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Logarithm of the softmax: the logarithmic probability of each class, logit − log Σ e^logits.</summary>
/// <remarks>Source: https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html</remarks>
[Loss]
public sealed partial class LogSoftmaxActivation
{
    /// <summary>The row of one sample.</summary>
    /// <param name="logits">The scores of the classes.</param>
    public Row Formula(Row logits) => Log(Exp(logits) / Sum(Exp(logits)));
}
