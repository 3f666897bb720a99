using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>A scalar, a truth value and an integer of the class.</summary>
[Loss]
internal sealed partial class CapturedSettingsLoss(double scale, bool squared, int order)
{
    public double Formula(Row logits, int label)
    {
        Row error = scale * (logits - logits[label]);
        Row penalty = squared ? error * error : Abs(error);
        return Sum(penalty) / (order + logits.Length);
    }
}
