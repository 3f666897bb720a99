using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Choices between a square, a logarithm and a line.</summary>
[Loss]
internal sealed partial class RobustLoss
{
    public double Formula(double prediction, double target)
    {
        double error = prediction - target;
        if (Abs(error) < 0.525)
            return error * error;
        if (error > 0)
            return LogP1(error * error);
        return Abs(error) + Tanh(error);
    }
}
