using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Softmax: the probability of each class, e^logit / Σ e^logits.</summary>
/// <remarks>
/// Finite for all finite logits; −∞ is a class that cannot be. Source: https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html
/// </remarks>
[Loss]
public sealed partial class SoftmaxActivation
{
    /// <summary>The row of one sample.</summary>
    /// <param name="logits">The scores of the classes.</param>
    public Row Formula(Row logits) => Exp(logits) / Sum(Exp(logits));
}
