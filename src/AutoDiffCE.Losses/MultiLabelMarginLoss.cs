using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Multi-label margin (hinge) loss: how far each wrong class comes within 1 of each true one, over the number of classes:
/// Σ_i Σ_j relu(1 − (scores_i − scores_j)) / C over the true classes i and the others j.
/// </summary>
/// <remarks>
/// PyTorch's <c>nn.MultiLabelMarginLoss</c> but for the form of the target: a flag per class here, a list of labels that ends at −1 there.
/// Its cost grows with the square of the classes.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html</para>
/// </remarks>
[Loss]
public sealed partial class MultiLabelMarginLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="scores">The scores of the classes.</param>
    /// <param name="target">1 for each class that is true, 0 for the others.</param>
    public double Formula(Row scores, Row target) =>
        Sum(scores, (score, i) => target[i] == 1 ? Sum(Where(target == 1, 0, Relu(1 - (score - scores)))) : 0) / scores.Length;
}
