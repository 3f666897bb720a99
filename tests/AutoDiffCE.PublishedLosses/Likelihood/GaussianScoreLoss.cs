using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − μ)/σ: the continuous ranked probability score of a normal distribution.</summary>
/// <remarks>
/// T. Gneiting et al., Calibrated Probabilistic Forecasting Using Ensemble Model Output Statistics and Minimum CRPS Estimation, Monthly Weather
/// Review 2005.
/// </remarks>
[Loss]
internal sealed partial class GaussianScoreLoss
{
    /// <param name="mu">The mean.</param>
    /// <param name="sigma">The standard deviation, above 0.</param>
    /// <param name="y">The target.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double sigma, double y)
    {
        double z = (y - mu) / sigma;
        return sigma * (z * (2 * Distribution(z) - 1) + 2 * Density(z) - 1 / Sqrt(Math.PI));
    }

    private static double Distribution(double z) => 0.5 * (1 + Erf(z / Sqrt(2)));

    private static double Density(double z) => Exp(-z * z / 2) / Sqrt(2 * Math.PI);
}
