using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>(1 − β)/(1 − β^n[y]) times the softmax cross-entropy.</summary>
/// <remarks>Y. Cui, M. Jia, T.-Y. Lin, Y. Song, S. Belongie, Class-Balanced Loss Based on Effective Number of Samples, CVPR 2019.</remarks>
[Loss]
internal sealed partial class ClassBalancedLoss(Row n, double beta)
{
    /// <param name="z">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row z, int y) => (1 - beta) / (1 - Pow(beta, n[y])) * -Log(Softmax(z)[y]);
}
