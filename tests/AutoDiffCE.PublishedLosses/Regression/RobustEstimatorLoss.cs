using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>ρ(x) of the error over its scale: log(1 + x²/2) (Cauchy), 1 − e^(−x²/2) (Welsch), or x²/(1 + x²) (Geman–McClure).</summary>
/// <remarks>
/// M. J. Black, P. Anandan, The Robust Estimation of Multiple Motions: Parametric and Piecewise-Smooth Flow Fields, CVIU 1996 (Lorentzian);
/// J. E. Dennis, R. E. Welsch, Techniques for Nonlinear Least Squares and Robust Regression, 1978;
/// S. Geman, D. E. McClure, Bayesian Image Analysis: An Application to Single Photon Emission Tomography, 1985.
/// </remarks>
[Loss]
internal sealed partial class RobustEstimatorLoss(Estimator estimator, double scale)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double x = (prediction - target) / scale;
        return estimator switch
        {
            Estimator.Cauchy => Log(1 + Math.Pow(x, 2) / 2),
            Estimator.Welsch => 1 - Exp(-Math.Pow(x, 2) / 2),
            Estimator.GemanMcClure => Math.Pow(x, 2) / (1 + Math.Pow(x, 2)),
            _ => 0,
        };
    }
}
