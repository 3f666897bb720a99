using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−log(e^(s(z[y] − Δ[y])) / (e^(s(z[y] − Δ[y])) + Σ_{j ≠ y} e^(s z[j]))), Δ[j] = C/n[j]^¼.</summary>
/// <remarks>K. Cao, C. Wei, A. Gaidon, N. Arechiga, T. Ma, Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, NeurIPS 2019.</remarks>
[Loss]
internal sealed partial class LdamLoss(double[] n, double largest, double s)
{
    /// <param name="z">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row z, int y)
    {
        double c = largest * Pow(Min(n), 0.25);
        Row shifted = z.With(y, z[y] - c / Pow(n[y], 1.0 / 4));
        return -Log(Exp(s * shifted[y]) / Sum(Exp(s * shifted)));
    }
}
