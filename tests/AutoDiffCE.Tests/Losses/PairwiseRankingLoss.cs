using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The label against each other class, one logistic loss per pair.</summary>
[Loss]
internal sealed partial class PairwiseRankingLoss
{
    public double Formula(Row logits, int label) => Sum(Where(Index(logits) == label, 0, LogP1(Exp(logits - logits[label])))) / logits.Length;
}
