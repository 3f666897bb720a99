using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>log(1 + Σ_{i ≠ y} e^(fᵀf[i] − fᵀf[y])).</summary>
/// <remarks>K. Sohn, Improved Deep Metric Learning with Multi-class N-pair Loss Objective, NIPS 2016.</remarks>
[Loss]
internal sealed partial class NPairLoss
{
    /// <param name="products">The inner products of the anchor with the others.</param>
    /// <param name="y">The one of its own class.</param>
    public double Formula(Row products, int y) => Log(1 + Sum(products, (product, i) => i != y ? Exp(product - products[y]) : 0));
}
