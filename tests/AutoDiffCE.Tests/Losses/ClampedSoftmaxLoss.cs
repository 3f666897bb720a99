using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy from scratch, with the clamp that keeps it off infinity.</summary>
[Loss]
internal sealed partial class ClampedSoftmaxLoss
{
    public double Formula(Row logits, int label) => -Log(Clamp(Softmax(logits)[label], 1e-15, 1 - 1e-15));
}
