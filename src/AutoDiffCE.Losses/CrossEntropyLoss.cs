using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Softmax cross-entropy of logits and a label: −log softmax(logits)[label].</summary>
/// <remarks>
/// <para>
/// All of PyTorch's <c>nn.CrossEntropyLoss</c>: class weights, ignored labels, label smoothing and soft targets come from lifting the label, reduction
/// and normalizer from the batch. The row is one logit per class, any real numbers; −∞ is a class that cannot be.
/// </para>
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html</para>
/// </remarks>
[Loss]
public sealed partial class CrossEntropyLoss
{
    /// <summary>The loss of one sample, as the textbook has it.</summary>
    /// <param name="logits">The scores of the classes, up to a constant their logarithmic probabilities.</param>
    /// <param name="label">The class that is true.</param>
    public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
}
