using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>log(1 + Σ_{j ≠ y} (π[j]/π[y])^τ e^(f[j] − f[y])).</summary>
/// <remarks>A. K. Menon et al., Long-Tail Learning via Logit Adjustment, ICLR 2021.</remarks>
[Loss]
internal sealed partial class LogitAdjustedLoss(Row prior, double tau)
{
    /// <param name="f">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row f, int y)
    {
        double sum = 0;
        for (int j = 0; j < f.Length; j++)
        {
            if (j != y)
                sum += Pow(prior[j] / prior[y], tau) * Exp(f[j] - f[y]);
        }

        return Log(1 + sum);
    }
}
