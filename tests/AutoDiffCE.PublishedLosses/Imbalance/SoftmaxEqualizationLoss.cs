using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−log(e^z[y] / Σ_k w[k] e^z[k]), w[k] = 1 − β T(f[k]) (1 − 1{k = y}), T = 1 for frequencies below λ.</summary>
/// <remarks>J. Tan et al., Equalization Loss for Long-Tailed Object Recognition, CVPR 2020; β, which is drawn there, is given.</remarks>
[Loss]
internal sealed partial class SoftmaxEqualizationLoss(Row frequencies, double threshold, double beta)
{
    /// <param name="z">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row z, int y)
    {
        int IsRare(int k) => frequencies[k] < threshold ? 1 : 0;

        double denominator = 0;
        for (int k = 0; k < z.Length; k++)
        {
            int isOwn = k == y ? 1 : 0;
            denominator += (1 - beta * IsRare(k) * (1 - isOwn)) * Exp(z[k]);
        }

        return -Log(Exp(z[y]) / denominator);
    }
}
