using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The Kullback-Leibler divergence of a softmax from a target.</summary>
[Loss]
internal sealed partial class DivergenceLoss
{
    public double Formula(Row logits, Row target)
    {
        Row logProbability = LogSoftmax(logits);
        return Sum(XLogY(target, target) - target * logProbability);
    }
}
