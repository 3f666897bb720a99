using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−κ cos(x − μ) + ln(2π I₀(κ)), I₀ by its power series.</summary>
/// <remarks>S. Prokudin, P. Gehler, S. Nowozin, Deep Directional Statistics: Pose Estimation with Uncertainty Quantification, ECCV 2018.</remarks>
[Loss]
internal sealed partial class VonMisesLoss
{
    /// <param name="mu">The direction, in radians.</param>
    /// <param name="kappa">The concentration, above 0 and at most 10 or so.</param>
    /// <param name="x">The target, in radians.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double kappa, double x) =>
        -kappa * Cos(x - mu) + Log(2 * Math.PI * BesselI0(kappa));

    private static double BesselI0(double kappa)
    {
        double sum = 1, term = 1;
        for (int k = 1; k <= 30; k++)
        {
            term *= kappa * kappa / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }
}
