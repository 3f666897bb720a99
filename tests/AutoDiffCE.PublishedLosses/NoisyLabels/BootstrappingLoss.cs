using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>−Σ_k (β t[k] + (1 − β) z[k]) log p[k], z = p if soft, one-hot at the largest p if hard.</summary>
/// <remarks>S. Reed et al., Training Deep Neural Networks on Noisy Labels with Bootstrapping, ICLR Workshop 2015.</remarks>
[Loss]
internal sealed partial class BootstrappingLoss(double beta, bool isHard)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Softmax(logits);
        Row z = isHard ? Where(p == Max(p), 1, 0) : p;
        Row t = OneHot(y, p.Length);
        return -Sum((beta * t + (1 - beta) * z) * Log(p));
    }
}
