using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>1 − Σ_i (2^y[i] − 1) / log₂(1 + π[i]) / N, π[i] = 1 + Σ_{j ≠ i} σ(α(s[j] − s[i])), N the largest value of the sum.</summary>
/// <remarks>
/// T. Qin, T.-Y. Liu, H. Li, A General Approximation Framework for Direct Optimization of Information Retrieval Measures, Information Retrieval 2010.
/// </remarks>
[Loss]
internal sealed partial class ApproxNdcgLoss(double alpha)
{
    /// <param name="s">The scores of the documents of a query.</param>
    /// <param name="y">How relevant they are, no two alike.</param>
    public double Formula(Row s, Row y)
    {
        double Position(int i)
        {
            double position = 1;
            for (int j = 0; j < s.Length; j++)
            {
                if (j != i)
                    position += Exp(-alpha * (s[i] - s[j])) / (1 + Exp(-alpha * (s[i] - s[j])));
            }

            return position;
        }

        double gain = 0, best = 0;
        for (int i = 0; i < s.Length; i++)
        {
            double relevance = Pow(2, y[i]) - 1;
            gain += relevance / Log2(1 + Position(i));
            best += relevance / Log2(1 + Sum(y, other => other >= y[i] ? 1 : 0));
        }

        return 1 - gain / best;
    }
}
