using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>p² − t for all but the smallest p, by way of an exponential that overflows.</summary>
[Loss]
internal sealed partial class OverflowingLoss
{
    public double Formula(double prediction, double target) => Log(Exp(Square(prediction)) - 1) - target;
}
