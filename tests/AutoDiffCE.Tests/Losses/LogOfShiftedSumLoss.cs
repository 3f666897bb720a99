using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy as the logarithm of a sum shifted by the label's logit.</summary>
[Loss]
internal sealed partial class LogOfShiftedSumLoss
{
    public double Formula(Row logits, int label) => Log(Sum(Exp(logits - logits[label])));
}
