using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Strict;

/// <summary>Weighs what is under the target.</summary>
/// <param name="under">The factor.</param>
[Loss]
public sealed partial class AsymmetricLoss(double under)
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double error = prediction - target;
        return error < 0 ? under * error * error : error * error;
    }
}
