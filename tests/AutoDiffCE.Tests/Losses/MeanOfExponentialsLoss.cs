using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The logarithm of a hyperbolic cosine, as its definition has it.</summary>
[Loss]
internal sealed partial class MeanOfExponentialsLoss
{
    public double Formula(double prediction, double target)
    {
        double error = prediction - target;
        return Log((Exp(error) + Exp(-error)) / 2);
    }
}
