using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>1 − 1/|P| Σ_{i ∈ P} (1 + Σ_{j ∈ P, j ≠ i} G(D[i, j])) / (1 + Σ_{j ∈ P, j ≠ i} G(D[i, j]) + Σ_{j ∈ N} G(D[i, j])), D[i, j] = s[j] − s[i].</summary>
/// <remarks>A. Brown, W. Xie, V. Kalogeiton, A. Zisserman, Smooth-AP: Smoothing the Path Towards Large-Scale Image Retrieval, ECCV 2020.</remarks>
[Loss]
internal sealed partial class SmoothApLoss(double tau)
{
    /// <param name="s">The similarities of a query to others.</param>
    /// <param name="isPositive">1 for those of its own class, 0 for the rest.</param>
    public double Formula(Row s, Row isPositive)
    {
        Func<double, double> g = x => 1 / (1 + Exp(-x / tau));
        double precision = 0;
        for (int i = 0; i < s.Length; i++)
        {
            if (isPositive[i] != 1)
                continue;
            double positive = 1, negative = 0;
            for (int j = 0; j < s.Length; j++)
            {
                if (j == i)
                    continue;
                if (isPositive[j] == 1)
                    positive += g(s[j] - s[i]);
                else
                    negative += g(s[j] - s[i]);
            }

            precision += positive / (positive + negative);
        }

        return 1 - precision / Count(isPositive == 1);
    }
}
