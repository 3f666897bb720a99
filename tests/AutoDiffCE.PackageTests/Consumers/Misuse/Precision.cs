using AutoDiffCE;

namespace Misuse;

[Loss]
public sealed partial class Precision
{
    public double Formula(double prediction, double target)
    {
        float error = (float)(prediction - target);
        return error * error;
    }
}
