using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The first and the last class of a row.</summary>
[Loss]
internal sealed partial class FirstAndLastLoss
{
    public double Formula(Row logits, int label) => 0.25 * (logits[0] - logits[^1]) * (logits[0] - logits[label]) + Exp(0.5 * logits[^1]);
}
