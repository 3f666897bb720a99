using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy as the logarithm of a softmax.</summary>
[Loss]
internal sealed partial class LogOfSoftmaxLoss
{
    public double Formula(Row logits, int label) => -Log(Softmax(logits)[label]);
}
