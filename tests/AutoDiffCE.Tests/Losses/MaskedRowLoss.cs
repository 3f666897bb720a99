using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Masks, combined, and a count.</summary>
[Loss]
internal sealed partial class MaskedRowLoss(double threshold)
{
    public double Formula(Row logits, int label) =>
        Sum(Where(logits > threshold & Index(logits) != label, logits * logits, 0))
        + 0.5 * Count(logits < threshold | !(logits <= 1.0575)) * logits[label];
}
