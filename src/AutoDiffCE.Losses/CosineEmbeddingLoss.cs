using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Angle of two embeddings: 1 − cos for a pair that belongs together, relu(cos − margin) for one that does not, with
/// cos = first · second / (|first| · |second|). It has a gradient by both.
/// </summary>
/// <param name="margin">The cosine that pairs which do not belong together may have, from −1 to 1; PyTorch suggests 0 to 0.5.</param>
/// <remarks>
/// PyTorch's <c>nn.CosineEmbeddingLoss(margin)</c>. As there, the gradient at the kink is that of the slope, and the cosine with a row of zeros
/// is 0: lengths are at least 1e-6 here, where PyTorch adds 1e-12 to their squares.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not a number from −1 to 1.</exception>
[Loss]
public sealed partial class CosineEmbeddingLoss(double margin = 0.0)
{
    private readonly double margin = Check.Between(-1, 1, margin);

    private const double MinLength = 1e-6;

    /// <summary>The loss of one sample.</summary>
    /// <param name="first">One embedding.</param>
    /// <param name="second">The other embedding.</param>
    /// <param name="target">1 where the pair belongs together, −1 where it does not.</param>
    public double Formula([Differentiable] Row first, [Differentiable] Row second, double target)
    {
        double cosine = Dot(first / Max(Norm(first), MinLength), second / Max(Norm(second), MinLength));
        return target == 1 ? 1 - cosine : Clamp(cosine - margin, 0, double.PositiveInfinity);
    }
}
