namespace AutoDiffCE.Tests.Checking;

/// <summary>log(1 + exp(x)) − target·x, written as in the textbook and evaluated as it stands: right, until the exponential overflows.</summary>
internal sealed class NaiveLogisticLoss : HandWrittenLoss
{
    protected override double ValueOf(double prediction, double target) => Math.Log(1 + Math.Exp(prediction)) - target * prediction;

    protected override double SlopeOf(double prediction, double target)
    {
        double exponential = Math.Exp(prediction);
        return exponential / (1 + exponential) - target;
    }
}
