using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−Σ_i t[i] log p[i], t = softmax(−φ(y, i)), φ the distance of the ranks.</summary>
/// <remarks>R. Díaz, A. Marathe, Soft Labels for Ordinal Regression, CVPR 2019.</remarks>
[Loss]
internal sealed partial class SoftOrdinalLabelsLoss(double sharpness)
{
    /// <param name="logits">The logits of the ranks.</param>
    /// <param name="y">The rank that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row phi = sharpness * Abs(Index(logits) - y);
        Row targets = Exp(-phi) / Sum(Exp(-phi));
        return -Sum(targets * Log(Softmax(logits)));
    }
}
