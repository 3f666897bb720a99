using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−log(e^z[i] / (Σ_{j ≠ i} S[i, j] e^z[j] + e^z[i])), S = M · C, M = min(1, N[j]/N[i])^p, C = max(1, σ[j]/σ[i])^q.</summary>
/// <remarks>J. Wang et al., Seesaw Loss for Long-Tailed Instance Segmentation, CVPR 2021; S is differentiated, too.</remarks>
[Loss]
internal sealed partial class SeesawLoss(Row counts, double p, double q)
{
    /// <param name="z">The logits.</param>
    /// <param name="i">The class that is true.</param>
    public double Formula(Row z, int i)
    {
        Row sigma = Exp(z) / Sum(Exp(z));
        double denominator = Exp(z[i]);
        for (int j = 0; j < z.Length; j++)
        {
            if (j == i)
                continue;
            double mitigation = counts[i] > counts[j] ? Pow(counts[j] / counts[i], p) : 1;
            double compensation = sigma[j] > sigma[i] ? Pow(sigma[j] / sigma[i], q) : 1;
            denominator += mitigation * compensation * Exp(z[j]);
        }

        return -Log(Exp(z[i]) / denominator);
    }
}
