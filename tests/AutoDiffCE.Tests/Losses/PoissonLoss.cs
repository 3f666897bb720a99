using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Poisson regression on the logarithm of the rate.</summary>
[Loss]
internal sealed partial class PoissonLoss
{
    public double Formula(double logRate, double count) => Exp(logRate) - count * logRate + XLogX(count) - count;
}
