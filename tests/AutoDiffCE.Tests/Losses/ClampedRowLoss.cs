using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>A clamp and a root along a row.</summary>
[Loss]
internal sealed partial class ClampedRowLoss
{
    public double Formula(Row logits, int label) =>
        Mean(Sqrt(1 + Clamp(logits, -1.03, 1.52) * Clamp(logits, -1.03, 1.52))) - Clamp(logits[label], -2.03, 2.02);
}
