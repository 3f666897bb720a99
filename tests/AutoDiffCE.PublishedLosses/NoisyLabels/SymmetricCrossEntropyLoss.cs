using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>−α log p[y] − β Σ_k p[k] log q[k], q the one-hot target, log 0 = A.</summary>
/// <remarks>Y. Wang et al., Symmetric Cross Entropy for Robust Learning with Noisy Labels, ICCV 2019.</remarks>
[Loss]
internal sealed partial class SymmetricCrossEntropyLoss(double alpha, double beta, double a)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Softmax(logits), q = OneHot(y, logits.Length);
        double crossEntropy = -Sum(q * Log(p));
        double reverse = -Sum(p * Where(q == 0, a, Log(q)));
        return alpha * crossEntropy + beta * reverse;
    }
}
