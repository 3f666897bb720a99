using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The logarithm of what a softmax leaves to the other classes.</summary>
[Loss]
internal sealed partial class UnlikelihoodLoss
{
    public double Formula(Row logits, int label) => -Log(1 - Softmax(logits)[label]);
}
