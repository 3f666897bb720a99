using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−Σ (y (1 − p)^γ₊ log p + (1 − y) p_m^γ₋ log(1 − p_m)), p_m = max(p − m, 0).</summary>
/// <remarks>T. Ridnik et al., Asymmetric Loss for Multi-Label Classification, ICCV 2021.</remarks>
[Loss]
internal sealed partial class AsymmetricMultiLabelLoss(double gammaPositive, double gammaNegative, double m)
{
    /// <param name="logits">The logit of each label.</param>
    /// <param name="y">1 for the labels that apply, 0 for the rest.</param>
    public double Formula(Row logits, Row y)
    {
        Row p = 1 / (1 + Exp(-logits));
        Row shifted = Max(p - m, 0);
        Row positive = Pow(1 - p, gammaPositive) * Log(p);
        Row negative = Pow(shifted, gammaNegative) * Log(1 - shifted);
        return -Sum(y * positive + (1 - y) * negative);
    }
}
