using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−log(n[y] e^z[y] / Σ n e^z).</summary>
/// <remarks>J. Ren et al., Balanced Meta-Softmax for Long-Tailed Visual Recognition, NeurIPS 2020.</remarks>
[Loss]
internal sealed partial class BalancedSoftmaxLoss(Row n)
{
    /// <param name="z">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row z, int y) => -Log(n[y] * Exp(z[y]) / Sum(n * Exp(z)));
}
