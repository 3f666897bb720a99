using AutoDiffCE;

namespace App;

[Loss]
public sealed partial class ScaledLoss(double factor)
{
    public double Formula(double prediction, double target) => factor * (prediction - target) * (prediction - target);
}
