using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The squared distance of a softmax from the corner of the label.</summary>
[Loss]
internal sealed partial class BrierLoss
{
    public double Formula(Row logits, int label)
    {
        Row error = Softmax(logits) - OneHot(label, logits.Length);
        return Sum(error * error);
    }
}
