using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The square of the error of what a prediction is rounded to, whose gradient flows past the rounding.</summary>
[Loss]
internal sealed partial class StraightThroughLoss
{
    public double Formula(double prediction, double target) => Square(prediction + StopGradient(Round(prediction) - prediction) - target);
}
