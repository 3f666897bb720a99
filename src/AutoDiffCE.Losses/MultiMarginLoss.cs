using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Multi-class margin (hinge) loss: how far each wrong class comes within a margin of the true one, averaged over the classes.</summary>
/// <param name="margin">By how much the true class should lead, in units of the scores; finite.</param>
/// <param name="squared">Whether the shortfall is squared (PyTorch's p = 2).</param>
/// <remarks>
/// Sources: K. Crammer, Y. Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines, 2001;
/// https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html, which like this loss averages over samples, not over their weights.
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not finite.</exception>
[Loss(Mean = MeanOver.Samples)]
public sealed partial class MultiMarginLoss(double margin = 1.0, bool squared = false)
{
    private readonly double margin = Check.Finite(margin);

    /// <summary>The loss of one sample.</summary>
    /// <param name="scores">The scores of the classes.</param>
    /// <param name="label">The class that is true.</param>
    public double Formula(Row scores, int label)
    {
        Row shortfall = Relu(margin - (scores[label] - scores));
        Row penalty = squared ? shortfall * shortfall : shortfall;
        return Mean(Where(Index(scores) != label, penalty, 0));
    }
}
