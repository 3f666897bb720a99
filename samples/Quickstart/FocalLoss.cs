using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Quickstart;

/// <summary>
/// Cross-entropy that turns away from samples that are already right: −(1 − p)^focus · log p, with p the probability of the label.
/// </summary>
/// <remarks>Source: T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017.</remarks>
[Loss]
internal sealed partial class FocalLoss(double focus = 2)
{
    /// <summary>The loss of one sample.</summary>
    public double Formula(Row logits, int label)
    {
        double probability = Softmax(logits)[label];
        return -Pow(1 - probability, focus) * Log(probability);
    }
}
