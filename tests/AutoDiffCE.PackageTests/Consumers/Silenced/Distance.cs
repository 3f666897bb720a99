using AutoDiffCE;

namespace Silenced;

[Loss]
public partial class SquaredDistance
{
    public virtual double Formula(double prediction, double target) => (prediction - target) * (prediction - target);
}

public sealed class Distance : SquaredDistance
{
    public override double Formula(double prediction, double target) => Math.Abs(prediction - target);
}
