using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Every reduction of a row to one number.</summary>
[Loss]
internal sealed partial class ExtremesLoss
{
    public double Formula(Row logits, int label) =>
        Max(logits) - 0.5 * Min(logits) + Mean(logits * logits) + Dot(logits, Sigmoid(logits)) - LogSumExp(logits) - logits[label];
}
