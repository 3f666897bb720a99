using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Binary cross-entropy of a logit: −(w · target · log σ(logit) + (1 − target) · log(1 − σ(logit))).</summary>
/// <param name="positiveWeight">The weight w of the positive class; above 1 it favors recall, below 1 precision; not negative, and finite.</param>
/// <remarks>Source: https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html</remarks>
/// <exception cref="ArgumentOutOfRangeException">The weight is not a finite number of at least 0.</exception>
[Loss(Mean = MeanOver.Samples)]
public sealed partial class BinaryCrossEntropyWithLogitsLoss(double positiveWeight = 1.0)
{
    private readonly double positiveWeight = Check.AtLeast(0, positiveWeight);

    /// <summary>The loss of one sample.</summary>
    /// <param name="logit">The score of the positive class.</param>
    /// <param name="target">The probability that the positive class is true, from 0 to 1.</param>
    public double Formula(double logit, double target) =>
        -(positiveWeight * target * Log(Sigmoid(logit)) + (1 - target) * Log(1 - Sigmoid(logit)));
}
