namespace AutoDiffCE;

/// <summary>
/// Marks a partial class as a loss. Its public method <c>Formula</c> is the loss of one sample in real numbers; the compiler adds the
/// members that evaluate it and its gradient over a batch.
/// </summary>
/// <example>
/// <code>
/// [Loss]
/// public sealed partial class TextbookCrossEntropy
/// {
///     public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute : Attribute
{
    /// <summary>What the mean over a batch divides by; the weights of the samples unless said otherwise.</summary>
    public MeanOver Mean { get; set; } = MeanOver.Weights;
}
