using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>−1/|P| Σ_{p ∈ P} log(e^(z[p]/τ) / Σ_a e^(z[a]/τ)).</summary>
/// <remarks>P. Khosla et al., Supervised Contrastive Learning, NeurIPS 2020.</remarks>
[Loss]
internal sealed partial class SupervisedContrastiveLoss(double tau)
{
    /// <param name="z">The inner products of an anchor with all others.</param>
    /// <param name="isPositive">1 for those of its own class, 0 for the rest.</param>
    public double Formula(Row z, Row isPositive)
    {
        double sum = 0, positives = 0;
        for (int p = 0; p < z.Length; p++)
        {
            if (isPositive[p] > 0)
            {
                sum += Log(Exp(z[p] / tau) / Sum(Exp(z / tau)));
                positives++;
            }
        }

        return -1 / positives * sum;
    }
}
