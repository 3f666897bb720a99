using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>(1 − y)·½·D² + y·½·max(0, m − D)², D the distance of the embeddings.</summary>
/// <remarks>R. Hadsell, S. Chopra, Y. LeCun, Dimensionality Reduction by Learning an Invariant Mapping, CVPR 2006.</remarks>
[Loss]
internal sealed partial class ContrastiveLoss(double m)
{
    /// <param name="x1">An embedding.</param>
    /// <param name="x2">Another one.</param>
    /// <param name="y">0 if they belong together, 1 if not.</param>
    public double Formula([Differentiable] Row x1, [Differentiable] Row x2, int y)
    {
        double distance = Sqrt(Sum(Square(x1 - x2)));
        return (1 - y) * 0.5 * Pow(distance, 2) + y * 0.5 * Pow(Max(0, m - distance), 2);
    }
}
