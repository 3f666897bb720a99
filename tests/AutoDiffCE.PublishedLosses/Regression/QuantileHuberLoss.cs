using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>1/N Σ_i Σ_j |τ[i] − 1{u &lt; 0}| L_κ(u)/κ, u = target[j] − θ[i], τ[i] = (i + ½)/N, L_κ Huber's loss.</summary>
/// <remarks>W. Dabney, M. Rowland, M. G. Bellemare, R. Munos, Distributional Reinforcement Learning with Quantile Regression, AAAI 2018.</remarks>
[Loss]
internal sealed partial class QuantileHuberLoss(double kappa)
{
    /// <param name="theta">The quantiles as the model says.</param>
    /// <param name="target">Samples of the target.</param>
    public double Formula(Row theta, Row target)
    {
        double sum = 0;
        for (int i = 0; i < theta.Length; i++)
        {
            double tau = (i + 0.5) / theta.Length;
            for (int j = 0; j < target.Length; j++)
            {
                double u = target[j] - theta[i];
                sum += Abs(tau - (u < 0 ? 1 : 0)) * Huber(u) / kappa;
            }
        }

        return sum / theta.Length;
    }

    private double Huber(double u) => Abs(u) <= kappa ? 0.5 * u * u : kappa * (Abs(u) - 0.5 * kappa);
}
