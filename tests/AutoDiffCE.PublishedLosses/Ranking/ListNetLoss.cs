using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>−Σ_j P_y(j) log P_s(j), P the top one probabilities.</summary>
/// <remarks>Z. Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007.</remarks>
[Loss]
internal sealed partial class ListNetLoss
{
    /// <param name="s">The scores of the documents of a query.</param>
    /// <param name="y">How relevant they are.</param>
    public double Formula(Row s, Row y)
    {
        double loss = 0;
        for (int j = 0; j < s.Length; j++)
            loss -= TopOne(y, j) * Log(TopOne(s, j));
        return loss;
    }

    private static double TopOne(Row scores, int j) => Exp(scores[j]) / Sum(Exp(scores));
}
