using AutoDiffCE.Checking;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A relu of the error whose corner is rounded: smooth, however narrow its bend is.</summary>
/// <param name="width">How narrow.</param>
/// <param name="slopeInMiddle">The derivative where prediction and target are equal, which is ½ if it is right.</param>
[Kinks]
internal class SharpSoftplusLoss(double width, double slopeInMiddle) : HandWrittenLoss
{
    protected override double ValueOf(double prediction, double target)
    {
        double error = prediction - target;
        return Math.Max(error, 0) + width * Math.Log(1 + Math.Exp(-Math.Abs(error) / width));
    }

    protected override double SlopeOf(double prediction, double target) =>
        prediction.Equals(target) ? slopeInMiddle : 1 / (1 + Math.Exp((target - prediction) / width));
}
