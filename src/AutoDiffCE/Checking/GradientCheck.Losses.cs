namespace AutoDiffCE.Checking;

// Losses: every member that gives a gradient, in both precisions. The batch is rounded to float first, so that both are asked the same question.
public sealed partial class GradientCheck
{
    /// <summary>Checks every gradient of a loss on a batch with labels, in both precisions.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="logits">One row per sample; rounded to float.</param>
    /// <param name="label">One class per sample.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The loss rejects the batch.</exception>
    public GradientReport Check(LabelLoss loss, ReadOnlySpan<double> logits, ReadOnlySpan<int> label, BatchOptions<double> options = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        int[] labels = label.ToArray();
        var twins = new TwinOptions(options);
        int classes = ClassesOf(loss, twins, logits.Length, labels.Length);
        var batch = new LabelBatch(loss, labels, twins);
        return CheckLoss(loss, batch, batch, logits, LayoutOf(classes, twins), sample => $"label {labels[sample]}");
    }

    /// <summary>Checks every gradient of a loss on a batch with label distributions, in both precisions.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="logits">One row per sample; rounded to float.</param>
    /// <param name="labelDistribution">One row per sample: how probable each class is; rounded to float.</param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The loss rejects the batch.</exception>
    public GradientReport Check(
        LabelLoss loss, ReadOnlySpan<double> logits, ReadOnlySpan<double> labelDistribution, int classes, BatchOptions<double> options = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var twins = new TwinOptions(options);
        var batch = new DistributionBatch(loss, TwinPoint.Rounded(labelDistribution), classes, twins);
        return CheckLoss(loss, batch, batch, logits, LayoutOf(classes, twins), _ => "distribution");
    }

    /// <summary>Checks every gradient of a loss of predictions and targets, in both precisions.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="prediction">One scalar per sample, or one row; rounded to float.</param>
    /// <param name="target">As long as <paramref name="prediction"/>; rounded to float.</param>
    /// <param name="options">What else there is to say about the batch; for rows their classes, where the loss does not know them.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The loss rejects the batch, or nothing gives the classes of its rows.</exception>
    public GradientReport Check(TargetLoss loss, ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double[] targets = TwinPoint.Rounded(target);
        var twins = new TwinOptions(options);
        var batch = new TargetBatch(loss, targets, twins);
        if (loss is not RowLoss)
            return CheckLoss(loss, batch, batch, prediction, new ElementLayout(1), sample => $"target {Number(targets[sample])}");
        int classes = loss.Classes > 0 ? loss.Classes : twins.Settings.Classes;
        if (classes <= 0)
            throw new ArgumentException("Two spans of rows do not tell where a row ends: set Classes on the loss or in the options.", nameof(options));
        return CheckLoss(loss, batch, batch, prediction, LayoutOf(classes, twins), _ => "row");
    }

    private GradientReport CheckLoss(
        Loss loss, ILossBatch<double> batch, ILossBatch<float> single, ReadOnlySpan<double> point, ElementLayout layout, Func<int, string> describe)
    {
        var random = new Random(Seed);
        double[] numbers = TwinPoint.Rounded(point);
        var comparison = new LossComparison(batch, single, layout, numbers, describe, new TwinCheck(FloatUnits), random);
        return CheckPoint($"Gradients of {loss.GetType().Name}", comparison, numbers, layout, random);
    }

    private static ElementLayout LayoutOf(int classes, TwinOptions twins) => new(classes, twins.Settings.Inner, twins.Settings.RowStride);

    // The classes of a batch with labels; lengths that do not fit are left to the loss, which says what is wrong with them.
    private static int ClassesOf(Loss loss, TwinOptions twins, int length, int samples)
    {
        if (loss.Classes > 0) return loss.Classes;
        if (twins.Settings.Classes > 0) return twins.Settings.Classes;
        return samples == 0 ? 1 : Math.Max(1, length / samples);
    }
}
