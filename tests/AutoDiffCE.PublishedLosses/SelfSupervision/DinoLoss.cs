using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.SelfSupervision;

/// <summary>½ H(t₁, s₂) + ½ H(t₂, s₁), H(t, s) = −Σ softmax((t.detach() − C)/tpt) log softmax(s/tps).</summary>
/// <remarks>
/// M. Caron et al., Emerging Properties in Self-Supervised Vision Transformers, ICCV 2021, the algorithm; with a teacher that is the student, as in its ablations.
/// </remarks>
[Loss]
internal sealed partial class DinoLoss(double tps, double tpt, double center)
{
    /// <param name="g1">The network's output for one view.</param>
    /// <param name="g2">For the other.</param>
    public double Formula([Differentiable] Row g1, [Differentiable] Row g2) => H(g1, g2) / 2 + H(g2, g1) / 2;

    private double H(Row t, Row s)
    {
        t = StopGradient(t);
        s = Softmax(s / tps);
        t = Softmax((t - center * Index(t)) / tpt);
        return -Sum(t * Log(s));
    }
}
