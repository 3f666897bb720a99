using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>(π KL(e_y ‖ m) + (1 − π) KL(p ‖ m)) / (−(1 − π) log(1 − π)), m = π e_y + (1 − π) p.</summary>
/// <remarks>E. Englesson, H. Azizpour, Generalized Jensen-Shannon Divergence Loss for Learning with Noisy Labels, NeurIPS 2021.</remarks>
[Loss]
internal sealed partial class GeneralizedJensenShannonLoss(double pi)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Softmax(logits), e = OneHot(y, logits.Length);
        Row m = pi * e + (1 - pi) * p;
        double z = -(1 - pi) * Log(1 - pi);
        return (pi * Divergence(e, m) + (1 - pi) * Divergence(p, m)) / z;
    }

    private static double Divergence(Row p, Row q) => Sum(p, (x, k) => x > 0 ? x * Log(x / q[k]) : 0);
}
