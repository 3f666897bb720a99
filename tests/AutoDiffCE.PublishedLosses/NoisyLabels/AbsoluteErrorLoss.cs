using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>‖e_y − p‖₁ = 2 − 2 p[y].</summary>
/// <remarks>A. Ghosh, H. Kumar, P. S. Sastry, Robust Loss Functions under Label Noise for Deep Neural Networks, AAAI 2017.</remarks>
[Loss]
internal sealed partial class AbsoluteErrorLoss
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y) => Sum(Abs(OneHot(y, logits.Length) - Softmax(logits)));
}
