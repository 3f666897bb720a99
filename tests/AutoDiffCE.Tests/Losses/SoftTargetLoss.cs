using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy of a row of target probabilities.</summary>
[Loss]
internal sealed partial class SoftTargetLoss
{
    public double Formula(Row logits, Row target) => -Dot(target, LogSoftmax(logits));
}
