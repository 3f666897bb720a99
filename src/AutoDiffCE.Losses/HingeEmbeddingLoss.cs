using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Distance of pairs that belong together, and what is missing from a margin for pairs that do not: distance for a target of 1,
/// relu(margin − distance) for −1.
/// </summary>
/// <param name="margin">How far apart pairs that do not belong together should be, in units of the distance; finite.</param>
/// <remarks>
/// PyTorch's <c>nn.HingeEmbeddingLoss(margin)</c>. As there, the gradient at the kink is that of the slope.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not finite.</exception>
[Loss]
public sealed partial class HingeEmbeddingLoss(double margin = 1.0)
{
    private readonly double margin = Check.Finite(margin);

    /// <summary>The loss of one sample.</summary>
    /// <param name="distance">How far apart the pair is.</param>
    /// <param name="target">1 where the pair belongs together, −1 where it does not.</param>
    public double Formula(double distance, double target) =>
        target == 1 ? distance : Clamp(margin - distance, 0, double.PositiveInfinity);
}
