using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>(1 − p[y]^q)/q.</summary>
/// <remarks>Z. Zhang, M. R. Sabuncu, Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels, NeurIPS 2018.</remarks>
[Loss]
internal sealed partial class GeneralizedCrossEntropyLoss(double q)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y) => (1 - Pow(Exp(logits[y]) / Sum(Exp(logits)), q)) / q;
}
