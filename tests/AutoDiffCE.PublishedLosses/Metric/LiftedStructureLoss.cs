using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>½ max(0, log(Σ_k e^(α − D[i, k]) + Σ_l e^(α − D[j, l])) + D[i, j])² for a pair of positives i and j.</summary>
/// <remarks>H. O. Song, Y. Xiang, S. Jegelka, S. Savarese, Deep Metric Learning via Lifted Structured Feature Embedding, CVPR 2016.</remarks>
[Loss]
internal sealed partial class LiftedStructureLoss(double alpha)
{
    /// <param name="distance">The distance of the pair.</param>
    /// <param name="first">The distances of the first to the negatives.</param>
    /// <param name="second">Those of the second.</param>
    public double Formula([Differentiable] double distance, [Differentiable] Row first, [Differentiable] Row second)
    {
        double j = Log(Sum(Exp(alpha - first)) + Sum(Exp(alpha - second))) + distance;
        return 0.5 * Math.Pow(Math.Max(0, j), 2);
    }
}
