using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>A distance of two rows with an exponent known at run time.</summary>
[Loss]
internal sealed partial class PowerDistanceLoss(double exponent)
{
    public double Formula(Row prediction, Row target) => Pow(Sum(Pow(Abs(prediction - target) + 0.125, exponent)), 1 / exponent);
}
