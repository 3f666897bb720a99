using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>α log p[y] / Σ_j log p[j] + β Σ_{k ≠ y} −A p[k]: normalized cross-entropy, and reverse cross-entropy with log 0 = A.</summary>
/// <remarks>X. Ma et al., Normalized Loss Functions for Deep Learning with Noisy Labels, ICML 2020.</remarks>
[Loss]
internal sealed partial class ActivePassiveLoss(double alpha, double beta)
{
    private const double A = -4;

    private readonly SymmetricCrossEntropyLoss reverse = new(0, 1, A);

    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        Row logP = Log(Exp(logits) / Sum(Exp(logits)));
        double normalized = -logP[y];
        double all = 0;
        for (int j = 0; j < logP.Length; j++)
            all += -logP[j];
        return alpha * normalized / all + beta * reverse.Formula(logits, y);
    }
}
