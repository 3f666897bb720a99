using AutoDiffCE;

namespace Misuse;

[Loss]
public sealed partial class IntegerDivision
{
    public double Formula(double prediction, double target) => 1 / 2 * (prediction - target) * (prediction - target);
}
