using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>c²/6 · (1 − (1 − (r/c)²)³) for |r| ≤ c, c²/6 beyond.</summary>
/// <remarks>A. E. Beaton, J. W. Tukey, The Fitting of Power Series, Meaning Polynomials, Illustrated on Band-Spectroscopic Data, Technometrics 1974.</remarks>
[Loss]
internal sealed partial class TukeyBiweightLoss(double c)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double r = prediction - target;
        if (Abs(r) > c)
            return c * c / 6;
        return c * c / 6 * (1 - Pow(1 - Pow(r / c, 2), 3));
    }
}
