using AutoDiffCE;

namespace Library;

[Loss]
public sealed partial class SquaredLoss
{
    public double Formula(double prediction, double target) => (prediction - target) * (prediction - target);
}
