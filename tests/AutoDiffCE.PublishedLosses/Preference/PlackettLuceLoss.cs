using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−Σ_i log(e^s[i] / Σ_{j: rank[j] ≥ rank[i]} e^s[j]) over the first k ranks.</summary>
/// <remarks>R. L. Plackett, The Analysis of Permutations, Applied Statistics 1975.</remarks>
[Loss]
internal sealed partial class PlackettLuceLoss(int k)
{
    /// <param name="s">The scores of the items.</param>
    /// <param name="rank">Their ranks, from 1.</param>
    public double Formula(Row s, Row rank)
    {
        double Left(double place) => Sum(s, (score, j) => rank[j] >= place ? Exp(score) : 0);
        return -Sum(s, (score, i) => rank[i] <= k ? Log(Exp(score) / Left(rank[i])) : 0);
    }
}
