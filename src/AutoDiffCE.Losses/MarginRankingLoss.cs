using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Ranking of two scores: how far the one that should be larger is from leading by a margin, relu(margin − target · (first − second)).
/// </summary>
/// <param name="margin">By how much it should lead, in units of the scores; finite.</param>
/// <remarks>
/// PyTorch's <c>nn.MarginRankingLoss(margin)</c>. As there, the gradient at the kink is that of the slope, so that equal scores part
/// also with a margin of 0.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not finite.</exception>
[Loss]
public sealed partial class MarginRankingLoss(double margin = 0.0)
{
    private readonly double margin = Check.Finite(margin);

    /// <summary>The loss of one sample.</summary>
    /// <param name="first">One score.</param>
    /// <param name="second">The other score.</param>
    /// <param name="target">1 where the first should be larger, −1 where the second should.</param>
    public double Formula([Differentiable] double first, [Differentiable] double second, double target) =>
        Clamp(margin - target * (first - second), 0, double.PositiveInfinity);
}
