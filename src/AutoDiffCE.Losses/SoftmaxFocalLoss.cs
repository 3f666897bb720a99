using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Focal loss of logits and a label: −(1 − p)^gamma · log p with p = softmax(logits)[label]. It is cross-entropy in which samples that
/// are right already count less.
/// </summary>
/// <param name="gamma">How much less: 0 is cross-entropy, 2 is usual; not negative, and finite.</param>
/// <remarks>
/// PyTorch itself has none. The paper's α per class is <see cref="LabelLoss.ClassWeights"/>; where it should not enter the mean, use
/// <see cref="Reduction.Sum"/> or a normalizer.
/// <para>Source: T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, https://arxiv.org/abs/1708.02002</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Gamma is not a finite number of at least 0.</exception>
[Loss]
public sealed partial class SoftmaxFocalLoss(double gamma = 2.0)
{
    private readonly double gamma = Check.AtLeast(0, gamma);

    /// <summary>The loss of one sample.</summary>
    /// <param name="logits">The scores of the classes, up to a constant their logarithmic probabilities.</param>
    /// <param name="label">The class that is true.</param>
    public double Formula(Row logits, int label)
    {
        double probability = Softmax(logits)[label];
        return -Pow(1 - probability, gamma) * Log(probability);
    }
}
