using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Binary losses of thresholds below and above the label.</summary>
[Loss]
internal sealed partial class OrdinalLoss
{
    public double Formula(Row logits, int label) => Sum(Softplus(Where(Index(logits) < label, -logits, logits)));
}
