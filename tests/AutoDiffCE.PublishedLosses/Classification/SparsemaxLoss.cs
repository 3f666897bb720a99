using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Classification;

/// <summary>−z[k] + ½ Σ_{j ∈ S} (z[j]² − τ²) + ½, S the classes that sparsemax leaves a probability, τ its threshold.</summary>
/// <remarks>A. F. T. Martins, R. F. Astudillo, From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification, ICML 2016.</remarks>
[Loss]
internal sealed partial class SparsemaxLoss
{
    /// <param name="z">The scores of the classes.</param>
    /// <param name="k">The class that is true.</param>
    public double Formula(Row z, int k)
    {
        double Above(double score) => Count(z, other => other >= score);
        double SumAbove(double score) => Sum(z, other => other >= score ? other : 0);
        bool InSupport(double score) => 1 + Above(score) * score > SumAbove(score);

        double size = Count(z, score => InSupport(score));
        double threshold = (Sum(z, score => InSupport(score) ? score : 0) - 1) / size;
        return -z[k] + 0.5 * Sum(z, score => InSupport(score) ? score * score - threshold * threshold : 0) + 0.5;
    }
}
