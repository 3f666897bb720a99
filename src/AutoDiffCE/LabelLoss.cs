namespace AutoDiffCE;

/// <summary>
/// A loss whose formula takes a row and a label, <c>Formula(Row logits, int label)</c>: a classification loss. Class weights, label
/// smoothing, ignored labels and label distributions are derived from the formula, so every such loss has them.
/// </summary>
/// <remarks>
/// With f the formula, w the class weights, ε the label smoothing and C the classes, the loss of a sample with label t is
/// Σ_c q_c·w_c·f(logits, c), where q = (1−ε)·one-hot(t) + ε/C. Without smoothing that is w_t·f(logits, t).
/// </remarks>
public abstract partial class LabelLoss : Loss
{
    /// <summary>One factor per class for its loss; empty, as it is unless said otherwise, means 1 for each.</summary>
    /// <remarks>
    /// Of any other length than the classes, those that a <see cref="LabelAttribute"/> adds included, a call throws an <see cref="ArgumentException"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or NaN.</exception>
    public Row ClassWeights
    {
        get;
        init
        {
            for (int c = 0; c < value.Length; c++)
            {
                if (value[c] >= 0 && double.IsFinite(value[c])) continue;
                string message = FormattableString.Invariant($"The weight of class {c} is not a finite number of at least 0.");
                throw new ArgumentOutOfRangeException(nameof(value), value[c], message);
            }

            field = value;
        }
    }

    /// <summary>
    /// The label of samples that do not count: they add nothing to value, gradient and normalizer. −100 unless said otherwise; it may be
    /// a class, too.
    /// </summary>
    public int IgnoreIndex { get; init; } = -100;

    /// <summary>
    /// ε, from 0 to 1: the share of the label that is spread evenly over all classes, the labeled one included. 0 unless said otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside 0 to 1, or NaN.</exception>
    public double LabelSmoothing
    {
        get;
        init
        {
            if (!(value is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(value), value, "Label smoothing lies between 0 and 1.");
            field = value;
        }
    }
}
