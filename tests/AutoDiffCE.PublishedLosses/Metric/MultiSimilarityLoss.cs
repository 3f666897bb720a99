using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>1/α log(1 + Σ_{k ∈ P} e^(−α(S[k] − λ))) + 1/β log(1 + Σ_{k ∈ N} e^(β(S[k] − λ))).</summary>
/// <remarks>X. Wang, X. Han, W. Huang, D. Dong, M. R. Scott, Multi-Similarity Loss with General Pair Weighting for Deep Metric Learning, CVPR 2019.</remarks>
[Loss]
internal sealed partial class MultiSimilarityLoss(double alpha, double beta, double lambda)
{
    /// <param name="s">The similarities of an anchor to others.</param>
    /// <param name="isPositive">1 for those of its own class, 0 for the rest.</param>
    public double Formula(Row s, Row isPositive)
    {
        double positive = 0, negative = 0;
        for (int k = 0; k < s.Length; k++)
        {
            if (isPositive[k] == 1)
                positive += Exp(-alpha * (s[k] - lambda));
            else
                negative += Exp(beta * (s[k] - lambda));
        }

        return 1 / alpha * Log(1 + positive) + 1 / beta * Log(1 + negative);
    }
}
