using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy as the logarithm of a sum, less the label's logit.</summary>
[Loss]
internal sealed partial class LogOfSumLoss
{
    public double Formula(Row logits, int label) => Log(Sum(Exp(logits))) - logits[label];
}
