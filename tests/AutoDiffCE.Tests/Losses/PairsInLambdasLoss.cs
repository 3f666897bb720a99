using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Every class but the label against every other, as sums of sums.</summary>
[Loss]
internal sealed partial class PairsInLambdasLoss(Row scale)
{
    public double Formula(Row scores, int label) =>
        Sum(scores, (score, i) => i == label ? 0 : scale[i] * Sum(Where(Index(scores) == i, 0, Softplus(score - scores))));
}
