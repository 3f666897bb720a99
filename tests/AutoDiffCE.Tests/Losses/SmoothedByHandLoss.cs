using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy that smooths its label in the formula.</summary>
[Loss]
internal sealed partial class SmoothedByHandLoss(double smoothing)
{
    public double Formula(Row logits, int label) => -(1 - smoothing) * LogSoftmax(logits)[label] - smoothing * Mean(LogSoftmax(logits));
}
