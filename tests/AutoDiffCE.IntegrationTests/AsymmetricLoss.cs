namespace AutoDiffCE.IntegrationTests;

[Loss]
public sealed partial class AsymmetricLoss(double under)
{
    public double Formula(double prediction, double target)
    {
        double error = prediction - target;
        return error < 0 ? under * error * error : error * error;
    }
}
