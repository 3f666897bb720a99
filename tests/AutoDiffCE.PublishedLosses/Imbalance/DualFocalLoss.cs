using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−(1 − p[y] + p[j])^γ log p[y], p[j] the largest probability below p[y].</summary>
/// <remarks>L. Tao, M. Dong, C. Xu, Dual Focal Loss for Calibration, ICML 2023.</remarks>
[Loss]
internal sealed partial class DualFocalLoss(double gamma)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Exp(logits) / Sum(Exp(logits));
        double second = 0;
        for (int j = 0; j < p.Length; j++)
        {
            if (p[j] < p[y] && p[j] > second)
                second = p[j];
        }

        return -Pow(1 - p[y] + second, gamma) * Log(p[y]);
    }
}
