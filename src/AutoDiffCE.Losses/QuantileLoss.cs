using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Quantile (pinball) loss, whose minimum is a quantile of the target: quantile · error where the prediction is too low,
/// (quantile − 1) · error where it is too high, with error = target − prediction.
/// </summary>
/// <param name="quantile">Which quantile, from 0 to 1; at 0.5 it is the median, and the loss half the absolute error.</param>
/// <remarks>
/// PyTorch has none. At an exact prediction the gradient is the mean of both sides, ½ − quantile.
/// <para>Source: R. Koenker, G. Bassett, Regression Quantiles, 1978.</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The quantile is not a number from 0 to 1.</exception>
[Loss]
public sealed partial class QuantileLoss(double quantile = 0.5)
{
    private readonly double quantile = Check.Between(0, 1, quantile);

    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What there was.</param>
    public double Formula(double prediction, double target)
    {
        double error = target - prediction;
        return Max(quantile * error, (quantile - 1) * error);
    }
}
