using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>scale · Σ w p² t for all but the smallest p, by way of an exponential that overflows.</summary>
[Loss]
internal sealed partial class OverflowingRowLoss(double scale, Row weights)
{
    public double Formula(Row prediction, Row target) => scale * Sum(weights * target * Log(Exp(Square(prediction)) - 1));
}
