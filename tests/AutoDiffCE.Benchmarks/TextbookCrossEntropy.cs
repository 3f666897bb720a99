using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Benchmarks;

/// <summary>Softmax cross-entropy as a textbook has it, as in the README.</summary>
[Loss]
internal sealed partial class TextbookCrossEntropy
{
    public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
}
