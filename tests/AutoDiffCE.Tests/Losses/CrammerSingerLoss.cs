using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The margin to the best of the other classes.</summary>
[Loss]
internal sealed partial class CrammerSingerLoss(double margin)
{
    public double Formula(Row logits, int label) => Max(0, margin + Max(logits.With(label, double.NegativeInfinity)) - logits[label]);
}
