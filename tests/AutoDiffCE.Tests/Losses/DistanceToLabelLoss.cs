using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>How far from the label the model expects the class to be: the label is a number that meets an index, and indexes nothing.</summary>
[Loss]
internal sealed partial class DistanceToLabelLoss
{
    public double Formula(Row logits, int label) => Dot(Softmax(logits), Abs(Index(logits) - label));
}
