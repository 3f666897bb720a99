using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The likelihood of a normal distribution, by its mean and by its variance.</summary>
[Loss]
internal sealed partial class GaussianLoss
{
    public double Formula([Differentiable] double mean, double target, [Differentiable] double variance) =>
        0.5 * (Log(variance) + (mean - target) * (mean - target) / variance);
}
