using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>Σ_{i, j: y[i] &gt; y[j]} |ΔNDCG(i, j)| log₂(1 + e^(−σ(s[i] − s[j]))), ΔNDCG = (2^y[i] − 2^y[j])(1/D(i) − 1/D(j)) / maxDCG.</summary>
/// <remarks>X. Wang, C. Li, N. Golbandi, M. Bendersky, M. Najork, The LambdaLoss Framework for Ranking Metric Optimization, CIKM 2018.</remarks>
[Loss]
internal sealed partial class LambdaRankLoss(double sigma)
{
    /// <param name="s">The scores of the documents of a query.</param>
    /// <param name="y">How relevant they are, no two alike.</param>
    public double Formula(Row s, Row y)
    {
        double maxDcg = Sum(y, relevance => Gain(relevance) / Discount(y, relevance));
        double loss = 0;
        for (int i = 0; i < s.Length; i++)
        {
            for (int j = 0; j < s.Length; j++)
            {
                if (y[i] <= y[j])
                    continue;
                double delta = Math.Abs((Gain(y[i]) - Gain(y[j])) / maxDcg * (1 / Discount(s, s[i]) - 1 / Discount(s, s[j])));
                loss += delta * Math.Log2(1 + Math.Exp(-sigma * (s[i] - s[j])));
            }
        }

        return loss;
    }

    private static double Gain(double relevance) => Math.Pow(2, relevance) - 1;

    // The place of a document is one more than the number of those above it.
    private static double Discount(Row scores, double score) => Math.Log2(1 + 1 + Count(scores > score));
}
