using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Of 1e−8 the sixth power is 0 in float, and beside 1e18 it counts.</summary>
[Loss]
internal sealed partial class SixthPowerLoss(double scale)
{
    public double Formula(Row x, int label) => Cube(scale) * (Square(x[label]) + Sum(x)) * Cube(scale);
}
