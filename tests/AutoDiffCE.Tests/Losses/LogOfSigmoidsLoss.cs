using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Binary cross-entropy as two logarithms of sigmoids.</summary>
[Loss]
internal sealed partial class LogOfSigmoidsLoss
{
    public double Formula(double logit, double target) => -(target * Log(Sigmoid(logit)) + (1 - target) * Log(1 - Sigmoid(logit)));
}
