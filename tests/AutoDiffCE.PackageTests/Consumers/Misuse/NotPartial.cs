using AutoDiffCE;

namespace Misuse;

[Loss]
public sealed class NotPartial
{
    public double Formula(double prediction, double target) => prediction - target;
}
