using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The square of the label's logit, for all but the smallest, by way of an exponential that overflows.</summary>
[Loss]
internal sealed partial class OverflowingLabelLoss
{
    public double Formula(Row logits, int label) => Log(Exp(Square(logits[label])) - 1);
}
