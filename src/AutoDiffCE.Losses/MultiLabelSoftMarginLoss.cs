using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Binary cross-entropy of each class for itself, averaged over the classes:
/// −Σ_c w_c · (target_c · log σ(logits_c) + (1 − target_c) · log(1 − σ(logits_c))) / C.
/// </summary>
/// <param name="weights">The weights w of the classes, finite and not negative, or nothing for 1 throughout.</param>
/// <remarks>
/// PyTorch's <c>nn.MultiLabelSoftMarginLoss(weight)</c>. Weights do not enter the mean.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">A weight is not a finite number of at least 0.</exception>
[Loss]
public sealed partial class MultiLabelSoftMarginLoss(Row weights = default)
{
    private readonly Row weights = Check.Weights(weights);

    /// <summary>The loss of one sample.</summary>
    /// <param name="logits">The scores of the classes, each the logit of its own probability.</param>
    /// <param name="target">For each class the probability that it is true, from 0 to 1.</param>
    public double Formula(Row logits, Row target)
    {
        Row likelihood = target * Log(Sigmoid(logits)) + (1 - target) * Log(1 - Sigmoid(logits));
        return -Mean(Weighted(likelihood, weights));
    }
}
