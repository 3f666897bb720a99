using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Hinge loss squared, which is smooth: relu(margin − target · score)².</summary>
/// <param name="margin">By how much a score should be on the side of its target, in units of the score; finite.</param>
/// <remarks>
/// The loss of L2 support vector machines; PyTorch has none for scalar scores.
/// <para>Source: Y. Tang, Deep Learning using Linear Support Vector Machines, 2013.</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not finite.</exception>
[Loss]
public sealed partial class SquaredHingeLoss(double margin = 1.0)
{
    private readonly double margin = Check.Finite(margin);

    /// <summary>The loss of one sample.</summary>
    /// <param name="score">How sure the model is of the positive class; negative for the other.</param>
    /// <param name="target">1 for the positive class, −1 for the other.</param>
    public double Formula(double score, double target)
    {
        double shortfall = Relu(margin - target * score);
        return shortfall * shortfall;
    }
}
