namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>|τ − 1{u &lt; 0}| u², u = target − prediction.</summary>
/// <remarks>W. K. Newey, J. L. Powell, Asymmetric Least Squares Estimation and Testing, Econometrica 1987.</remarks>
[Loss]
internal sealed partial class ExpectileLoss(double tau)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double u = target - prediction;
        double indicator = u < 0 ? 1 : 0;
        return Math.Abs(tau - indicator) * u * u;
    }
}
