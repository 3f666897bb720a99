using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace GradientChecking;

/// <summary>A loss of one's own: how far each wrong class comes within a margin of the true one, with a kink where the margin begins.</summary>
/// <param name="margin">By how much the true class should lead.</param>
[Loss]
internal sealed partial class MarginLoss(double margin = 1)
{
    public double Formula(Row scores, int label) => Sum(Where(Index(scores) != label, Relu(margin - scores[label] + scores), 0));
}
