using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Focal loss of a logit: −target · alpha · (1 − p)^gamma · log p − (1 − target) · (1 − alpha) · p^gamma · log(1 − p) with p = σ(logit). It
/// is binary cross-entropy in which samples that are right already count less.
/// </summary>
/// <param name="alpha">The weight of the positive class, from 0 to 1, that of the other being 1 − alpha; −1 for no weights.</param>
/// <param name="gamma">How much less: 0 is binary cross-entropy, 2 is usual; not negative, and finite.</param>
/// <remarks>
/// torchvision's <c>ops.sigmoid_focal_loss(alpha, gamma)</c> for targets 0 and 1, for which it is defined; between them this loss is linear in
/// the target, like binary cross-entropy. torchvision does not reduce unless asked: that is <c>Values</c>.
/// <para>
/// Sources: T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, https://arxiv.org/abs/1708.02002;
/// https://pytorch.org/vision/stable/generated/torchvision.ops.sigmoid_focal_loss.html
/// </para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Alpha is neither a number from 0 to 1 nor −1, or gamma is not a finite number of at least 0.</exception>
[Loss]
public sealed partial class SigmoidFocalLoss(double alpha = 0.25, double gamma = 2.0)
{
    private readonly double alpha = Check.ShareOrNone(alpha);
    private readonly double gamma = Check.AtLeast(0, gamma);

    /// <summary>The loss of one sample.</summary>
    /// <param name="logit">The score of the positive class.</param>
    /// <param name="target">1 where the positive class is true, 0 where it is not.</param>
    public double Formula(double logit, double target)
    {
        double probability = Sigmoid(logit);
        double ofPositive = alpha < 0 ? 1 : alpha;
        double ofNegative = alpha < 0 ? 1 : 1 - alpha;
        return -target * ofPositive * Pow(1 - probability, gamma) * Log(probability)
            - (1 - target) * ofNegative * Pow(probability, gamma) * Log(1 - probability);
    }
}
