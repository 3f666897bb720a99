using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Hinge loss of a score and a sign: relu(margin − target · score).</summary>
/// <param name="margin">By how much a score should be on the side of its target, in units of the score; finite.</param>
/// <remarks>
/// The loss of support vector machines. PyTorch has none for scalar scores; its <c>nn.HingeEmbeddingLoss</c> is
/// <see cref="HingeEmbeddingLoss"/>. At the kink, where target · score is the margin, the gradient is 0.
/// <para>Source: C. Cortes, V. Vapnik, Support-Vector Networks, 1995.</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not finite.</exception>
[Loss]
public sealed partial class HingeLoss(double margin = 1.0)
{
    private readonly double margin = Check.Finite(margin);

    /// <summary>The loss of one sample.</summary>
    /// <param name="score">How sure the model is of the positive class; negative for the other.</param>
    /// <param name="target">1 for the positive class, −1 for the other.</param>
    public double Formula(double score, double target) => Relu(margin - target * score);
}
