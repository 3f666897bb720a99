using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy under a focal weight that nothing is learned from.</summary>
[Loss]
internal sealed partial class StoppedFocalLoss
{
    public double Formula(Row logits, int label)
    {
        double probability = Softmax(logits)[label];
        return StopGradient(Square(1 - probability)) * -Log(probability);
    }
}
