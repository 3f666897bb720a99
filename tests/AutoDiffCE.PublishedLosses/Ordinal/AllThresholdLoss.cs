using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>Σ_k h(s(k; y) · (θ[k] − z)), s = −1 for k &lt; y and 1 otherwise, h(v) = max(0, 1 − v).</summary>
/// <remarks>J. D. M. Rennie, N. Srebro, Loss Functions for Preference Levels: Regression with Discrete Ordered Labels, IJCAI Workshop 2005.</remarks>
[Loss]
internal sealed partial class AllThresholdLoss(Row theta)
{
    /// <param name="z">What the model says.</param>
    /// <param name="y">The level, a whole number from 0 to the number of thresholds.</param>
    public double Formula(double z, double y)
    {
        double loss = 0;
        for (int k = 0; k < theta.Length; k++)
        {
            int s = k < y ? -1 : 1;
            loss += Max(0, 1 - s * (theta[k] - z));
        }

        return loss;
    }
}
