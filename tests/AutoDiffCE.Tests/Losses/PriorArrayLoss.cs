using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy of logits that a shared array of probabilities weighs.</summary>
[Loss]
internal sealed partial class PriorArrayLoss(double[] priors)
{
    public double Formula(Row logits, int label) => LogSumExp(logits + Log(priors)) - logits[label] - Log(priors[label]);
}
