using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>Σ_{i, j: y[i] &gt; y[j]} log(1 + e^(−σ(s[i] − s[j]))).</summary>
/// <remarks>C. Burges et al., Learning to Rank using Gradient Descent, ICML 2005.</remarks>
[Loss]
internal sealed partial class RankNetLoss(double sigma)
{
    /// <param name="s">The scores of the documents of a query.</param>
    /// <param name="y">How relevant they are.</param>
    public double Formula(Row s, Row y)
    {
        double cost = 0;
        for (int i = 0; i < s.Length; i++)
        {
            for (int j = 0; j < s.Length; j++)
            {
                if (y[i] > y[j])
                    cost += Log(1 + Exp(-sigma * (s[i] - s[j])));
            }
        }

        return cost;
    }
}
