using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Ordinal regression: a binary loss for each of K thresholds, of which label many are passed, so that labels run from 0 to K.</summary>
[Loss]
internal sealed partial class ThresholdLoss(double scale)
{
    public double Formula(Row logits, [Label(ExtraClasses = 1)] int label) =>
        Sum(logits, (logit, i) => Softplus(i < label ? -scale * logit : scale * logit)) + 0.25 * label * logits[0] + Count(Index(logits) == label);
}
