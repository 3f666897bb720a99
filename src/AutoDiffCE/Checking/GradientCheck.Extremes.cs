namespace AutoDiffCE.Checking;

// Extreme points: where exponentials overflow in float (88) and in double (1e4), ties, one class alone, and classes that cannot be (−∞).
public sealed partial class GradientCheck
{
    private const int MaxLabels = 4;

    /// <summary>
    /// Checks every gradient of a loss with labels at extreme rows: ±88, ±1e4, ties, one class alone, and all but one or two classes at −∞, as far as
    /// <see cref="Lowest"/> and <see cref="Highest"/> let them.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <returns>
    /// The report. What is finite must agree with differences of values, and float with double; no gradient may be NaN unless the value is; a row with
    /// −∞ must give what very negative numbers in place of −∞ tend to, where they tend to anything.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes.</exception>
    public GradientReport CheckExtremes(LabelLoss loss, int classes)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var twins = new TwinOptions(new() { Classes = classes });
        var batches = LabelsOf(classes).Select(label => (Batch: new LabelBatch(loss, [label], twins), Note: $"label {label}")).ToArray();
        var random = new Random(Seed);
        return CheckPoints(
            TitleOf(loss),
            Extremes(classes).SelectMany(row => batches.Select(labeled => PointOf(labeled.Batch, labeled.Batch, row, labeled.Note, random))),
            classes,
            random);
    }

    /// <summary>Checks every gradient of a loss with a label distribution at the same extreme rows.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="labelDistribution">How probable each class is: a row, to be combined with each extreme one; rounded to float.</param>
    /// <returns>The report, which passes under the same conditions.</returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    public GradientReport CheckExtremes(LabelLoss loss, ReadOnlySpan<double> labelDistribution)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (labelDistribution.IsEmpty) throw new ArgumentException("A row has at least one element.", nameof(labelDistribution));
        int classes = labelDistribution.Length;
        var batch = new DistributionBatch(loss, TwinPoint.Rounded(labelDistribution), classes, new TwinOptions(new() { Classes = classes }));
        var random = new Random(Seed);
        return CheckPoints(TitleOf(loss), Extremes(classes).Select(row => PointOf(batch, batch, row, "distribution", random)), classes, random);
    }

    /// <summary>
    /// Checks every gradient of a loss of two scalars at 0, ±1e-3, ±1, ±88 and ±1e4, as far as <see cref="Lowest"/> and <see cref="Highest"/> let it.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">Each is combined with each extreme prediction; rounded to float.</param>
    /// <returns>The report. Nothing may be NaN; what is finite must agree with differences of values, and float with double.</returns>
    public GradientReport CheckExtremes(ElementwiseLoss loss, params ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(loss);
        var random = new Random(Seed);
        List<ExtremePoint> points = [];
        foreach (double target in TwinPoint.Rounded(targets))
        {
            var batch = new TargetBatch(loss, [target], new TwinOptions(default));
            points.AddRange(Extremes(1).Select(row => PointOf(batch, batch, row, $"target {Number(target)}", random)));
        }

        return CheckPoints(TitleOf(loss), points, 1, random);
    }

    /// <summary>
    /// Checks every gradient of a loss of two rows at extreme rows: ±88, ±1e4, ties, one class alone, and all but one or two classes at −∞, as far as
    /// <see cref="Lowest"/> and <see cref="Highest"/> let them. Where −∞ is no prediction, set <see cref="Lowest"/> to a finite number.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <param name="target">The second row, to be combined with each extreme first one; rounded to float.</param>
    /// <returns>
    /// The report. What is finite must agree with differences of values, and float with double; no gradient may be NaN unless the value is; a row with
    /// −∞ must give what very negative numbers in place of −∞ tend to, where they tend to anything.
    /// </returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    public GradientReport CheckExtremes(RowLoss loss, ReadOnlySpan<double> target)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (target.IsEmpty) throw new ArgumentException("A row has at least one element.", nameof(target));
        int classes = target.Length;
        var batch = new TargetBatch(loss, TwinPoint.Rounded(target), new TwinOptions(new() { Classes = classes }));
        var random = new Random(Seed);
        return CheckPoints(TitleOf(loss), Extremes(classes).Select(row => PointOf(batch, batch, row, "row", random)), classes, random);
    }

    /// <summary>
    /// Checks any function at extreme rows: ±88, ±1e4, ties, one class alone, and all but one or two classes at −∞, as far as <see cref="Lowest"/> and
    /// <see cref="Highest"/> let them. Where −∞ is no input, set <see cref="Lowest"/> to a finite number.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="classes">How many numbers it takes, at least 1.</param>
    /// <param name="twin">The same function in float; null for none.</param>
    /// <returns>
    /// The report. What is finite must agree with differences of values, and float with double; no gradient may be NaN unless the value is; a row with
    /// −∞ must give what very negative numbers in place of −∞ tend to, where they tend to anything.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes.</exception>
    public GradientReport CheckExtremes(DifferentiableFunction<double> function, int classes, DifferentiableFunction<float>? twin = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var layout = new ElementLayout(classes);
        var twins = new TwinCheck(FloatUnits);
        return CheckPoints(
            "Gradient of a function",
            Extremes(classes).Select(row => new ExtremePoint(row, new FunctionComparison(function, twin, layout, row, twins), "")),
            classes,
            new Random(Seed));
    }

    // One point is a batch of one sample, so that an infinite loss hides no other.
    private GradientReport CheckPoints(string title, IEnumerable<ExtremePoint> points, int classes, Random random)
    {
        List<GradientElement> elements = [];
        IReadOnlyList<string>? kinks = null;
        foreach ((int number, ExtremePoint point) in points.Index())
        {
            string row = $"row {string.Join(' ', point.Row.Take(6).Select(Number))}{(classes > 6 ? " …" : "")}";
            string note = point.Note.Length == 0 ? row : $"{point.Note}, {row}";
            kinks = point.Comparison.Kinks;
            // A class at −∞ may leave a value that is not a number; its limit is what counts then.
            bool isMasked = !point.Row.All(double.IsFinite);
            List<GradientElement> found =
            [
                .. from gradient in point.Comparison.Gradients
                   where !isMasked || !double.IsNaN(gradient.Value(point.Row, 0))
                   from element in Differences(gradient, point.Row, random)
                   select element,
                .. point.Comparison.Twins(random),
                .. MaskLimit.Compare(point.Comparison, point.Row),
            ];
            elements.AddRange(found.Select(element => element with { Sample = number, Note = note }));
        }

        return new($"{title} at extreme points", Seed, new ElementLayout(classes), kinks, elements);
    }

    private ExtremePoint PointOf(ILossBatch<double> batch, ILossBatch<float> single, double[] row, string note, Random random) =>
        new(row, new LossComparison(batch, single, new ElementLayout(row.Length), row, _ => "", new TwinCheck(FloatUnits), random), note);

    private IEnumerable<double[]> Extremes(int classes) => ExtremeRows.Within(Lowest, Highest, classes);

    private static string TitleOf(Loss loss) => $"Gradients of {loss.GetType().Name}";

    // All, or the first, the last, and one in the middle.
    private static IEnumerable<int> LabelsOf(int classes) =>
        classes <= MaxLabels ? Enumerable.Range(0, classes) : [0, classes / 2, classes - 1];

    private sealed record ExtremePoint(double[] Row, IComparison Comparison, string Note);
}
