using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>x² of each element, for all but the smallest, by way of an exponential that overflows.</summary>
[Loss]
internal sealed partial class OverflowingMap
{
    public Row Formula(Row x) => Log(Exp(Square(x)) - 1);
}
