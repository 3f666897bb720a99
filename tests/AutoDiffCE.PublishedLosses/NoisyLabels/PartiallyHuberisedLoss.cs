using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>−log p[y] where p[y] &gt; 1/τ, −τ p[y] + log τ + 1 below.</summary>
/// <remarks>A. K. Menon, A. S. Rawat, S. J. Reddi, S. Kumar, Can Gradient Clipping Mitigate Label Noise?, ICLR 2020.</remarks>
[Loss]
internal sealed partial class PartiallyHuberisedLoss(double tau)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        double p = Softmax(logits)[y];
        return p <= 1 / tau ? -tau * p + Log(tau) + 1 : -Log(p);
    }
}
