using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Strict;

/// <summary>Softmax cross-entropy.</summary>
[Loss]
public sealed partial class TextbookCrossEntropy
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="logits">The scores of the classes.</param>
    /// <param name="label">The true class.</param>
    public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
}
