using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The loss whose minimum is a quantile.</summary>
[Loss]
internal sealed partial class PinballLoss(double quantile)
{
    public double Formula(double prediction, double target)
    {
        double error = target - prediction;
        return Max(quantile * error, (quantile - 1) * error);
    }
}
