using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy of a prediction with a sharpened mean of itself and of a target.</summary>
[Loss]
internal sealed partial class SelfDistillationLoss(double temperature)
{
    public double Formula(Row prediction, Row target) =>
        -Dot(StopGradient(Softmax((prediction + target) / (2 * temperature))), LogSoftmax(prediction));
}
