namespace AutoDiffCE.Checking;

// Extreme points: where exponentials overflow in float (88) and in double (1e4), ties, one class alone, and classes that cannot be (−∞).
public sealed partial class GradientCheck
{
    private const int MostLabels = 4;

    /// <summary>Checks every gradient of a loss with labels at extreme rows: ±88, ±1e4, ties, one class alone, and all but one or two classes at −∞.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <returns>
    /// The report. Nothing may be NaN; what is finite must agree with differences of values, and float with double; a row with −∞ must
    /// give what very negative numbers in place of −∞ tend to, where they tend to anything.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes.</exception>
    public GradientReport CheckExtremes(LabelLoss loss, int classes)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var settings = new BatchSettings(new() { Classes = classes });
        List<ExtremePoint> points = [];
        foreach (double[] row in Extremes(classes).Concat(ExtremeRows.Masked(classes)))
        {
            foreach (int label in LabelsOf(classes))
            {
                var batch = new LabelBatch(loss, [label], settings);
                points.Add(new(row, batch, batch, $"label {label}"));
            }
        }

        return CheckPoints(loss, points, classes);
    }

    /// <summary>Checks every gradient of a loss of two scalars at 0, ±1e-3, ±1, ±88 and ±1e4.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">Each is combined with each extreme prediction; rounded to float.</param>
    /// <returns>The report. Nothing may be NaN; what is finite must agree with differences of values, and float with double.</returns>
    public GradientReport CheckExtremes(ElementwiseLoss loss, params ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(loss);
        List<ExtremePoint> points = [];
        foreach (double target in TwinPoint.Rounded(targets))
        {
            var batch = new ElementwiseBatch(loss, [target], new BatchSettings(default));
            foreach (double prediction in ExtremeRows.Scalars.Where(IsInDomain))
                points.Add(new([prediction], batch, batch, $"target {Number(target)}"));
        }

        return CheckPoints(loss, points, 1);
    }

    /// <summary>Checks every gradient of a loss of two rows at extreme rows: ±88, ±1e4, ties, and one class alone.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="target">The second row, to be combined with each extreme first one; rounded to float.</param>
    /// <returns>The report. Nothing may be NaN; what is finite must agree with differences of values, and float with double.</returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    public GradientReport CheckExtremes(RowLoss loss, ReadOnlySpan<double> target)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (target.IsEmpty) throw new ArgumentException("A row has at least one element.", nameof(target));
        int classes = target.Length;
        var batch = new RowBatch(loss, TwinPoint.Rounded(target), new BatchSettings(new() { Classes = classes }));
        return CheckPoints(loss, [.. Extremes(classes).Select(row => new ExtremePoint(row, batch, batch, "row"))], classes);
    }

    // One point is a batch of one sample, so that an infinite loss hides no other.
    private GradientReport CheckPoints(Loss loss, List<ExtremePoint> points, int classes)
    {
        var random = new Random(Seed);
        List<GradientElement> elements = [];
        for (int sample = 0; sample < points.Count; sample++)
        {
            int number = sample;
            ExtremePoint point = points[sample];
            string note = $"{point.Note}, row {string.Join(' ', point.Row.Take(6).Select(Number))}{(classes > 6 ? " …" : "")}";
            var comparison = new LossComparison(point.Batch, point.Single, new ElementLayout(classes), point.Row, _ => note, new TwinCheck(FloatUnits), random);
            // A class at −∞ may leave nothing to take differences of; its limit is what counts then.
            bool isMasked = !point.Row.All(double.IsFinite) && !double.IsFinite(point.Batch.Value(point.Row));
            List<GradientElement> found =
            [
                .. isMasked ? [] : Differences(comparison.Reduced, point.Row, random),
                .. comparison.Twins(random),
                .. MaskLimit.Compare(point.Batch, point.Row, note),
            ];
            elements.AddRange(found.Select(element => element with { Sample = number, Note = note }));
        }

        return new($"Gradients of {loss.GetType().Name} at extreme points", Seed, new ElementLayout(classes), elements);
    }

    private IEnumerable<double[]> Extremes(int classes) => ExtremeRows.Finite(classes).Where(row => row.All(IsInDomain));

    private bool IsInDomain(double number) => number >= Lowest && number <= Highest;

    // All, or the first, the last, and one in the middle.
    private static IEnumerable<int> LabelsOf(int classes) =>
        classes <= MostLabels ? Enumerable.Range(0, classes) : [0, classes / 2, classes - 1];

    private sealed record ExtremePoint(double[] Row, ILossBatch<double> Batch, ILossBatch<float> Single, string Note);
}
