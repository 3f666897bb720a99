using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The logistic loss of a score whose sign should be that of the target.</summary>
[Loss]
internal sealed partial class LogisticLoss
{
    public double Formula(double score, double sign) => Log(1 + Exp(-sign * score));
}
