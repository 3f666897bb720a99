using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy of logits that a shared row of priors shifts.</summary>
[Loss]
internal sealed partial class ShiftedPriorLoss(Row prior)
{
    public double Formula(Row logits, int label) => LogSumExp(logits + prior) - logits[label] - prior[label];
}
