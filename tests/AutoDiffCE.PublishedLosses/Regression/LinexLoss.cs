using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>b(e^(a x) − a x − 1), x the error.</summary>
/// <remarks>
/// H. R. Varian, A Bayesian Approach to Real Estate Assessment, 1975; A. Zellner, Bayesian Estimation and Prediction Using Asymmetric Loss Functions,
/// JASA 1986.
/// </remarks>
[Loss]
internal sealed partial class LinexLoss(double a, double b)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double x = prediction - target;
        return b * (Exp(a * x) - a * x - 1);
    }
}
