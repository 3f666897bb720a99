using AutoDiffCE.Batches;

namespace AutoDiffCE.Checking;

// A loss of any shape: its kernel knows what the inputs are.
public sealed partial class GradientCheck
{
    /// <summary>
    /// Checks every gradient of a loss of any shape, in both precisions: by each input that has one, for <c>new TripletMarginLoss()</c> as
    /// <c>check.Check(loss, [anchor, positive, negative])</c>.
    /// </summary>
    /// <param name="loss">The loss.</param>
    /// <param name="batch">
    /// The inputs, floating-point ones in the order of the formula, and integer ones in theirs. A loss of a label takes a label distribution in place of the
    /// labels, too.
    /// </param>
    /// <param name="options">What else there is to say about the batch; for rows their classes, where lengths do not tell them.</param>
    /// <returns>The report, with one line for each member and input.</returns>
    /// <exception cref="ArgumentException">The inputs are not those of the formula, or the loss rejects them.</exception>
    /// <exception cref="NotSupportedException">The loss was written by hand, without a formula.</exception>
    public GradientReport Check(Loss loss, ReadOnlySpan<BatchInput> batch, BatchOptions<double> options = default)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double[][] numbers = [.. batch.ToArray().Select(input => input.Numbers).OfType<double[]>()];
        int[][] labels = [.. batch.ToArray().Select(input => input.Labels).OfType<int[]>()];
        return (loss, numbers, labels) switch
        {
            (LabelLoss labeled, [var logits], [var label]) => Check(labeled, logits, label, options),
            (LabelLoss labeled, [var logits, var distribution], []) =>
                Check(labeled, logits, distribution, ClassesNamed(loss, options, nameof(options)), options),
            (TargetLoss pair, [var prediction, var target], []) => Check(pair, prediction, target, options),
            _ => CheckInputs(loss, numbers, labels, options, nameof(batch)),
        };
    }

    private GradientReport CheckInputs(Loss loss, double[][] numbers, int[][] labels, BatchOptions<double> options, string parameter)
    {
        KernelShape shape = loss.Shape();
        if (shape.GivesRows)
            return CheckRows(loss, numbers, labels, options, parameter);
        CheckCounts(loss, shape, numbers.Length, labels.Length, parameter);
        var twins = new TwinOptions(options);
        ElementLayout rows = LayoutOf(Math.Max(SizesOf(loss, shape, numbers, labels, twins).Classes, 1), twins);
        return CheckEach(loss, shape, numbers, rows, (input, layout, random) =>
        {
            var batch = new KernelBatch(loss, shape, numbers, labels, input, twins);
            return new LossComparison(batch, batch, layout, numbers[input], _ => "", new TwinCheck(FloatUnits), random);
        });
    }

    // A formula that gives a row is a map of each of its inputs, under a random upstream.
    private GradientReport CheckRows(Loss loss, double[][] numbers, int[][] labels, BatchOptions<double> options, string parameter)
    {
        KernelShape shape = loss.Shape(BatchGoal.Rows);
        CheckCounts(loss, shape, numbers.Length, labels.Length, parameter);
        if (options.Inner > 1 || options.RowStride > 0)
            throw new ArgumentException("A formula that gives rows is checked with its rows one behind the other: leave Inner and RowStride out.", nameof(options));
        var twins = new TwinOptions(options);
        int classes = SizesOf(loss, shape, numbers, labels, twins).Classes;
        return CheckEach(loss, loss.Shape(BatchGoal.RowsBackward), numbers, new ElementLayout(classes), (input, layout, random) =>
        {
            var map = new KernelMap(loss, numbers, labels, input, twins);
            return new MapComparison(map.InDouble(classes), map.InSingle(classes), layout, numbers[input], new TwinCheck(FloatUnits), random);
        });
    }

    // One report for each input that has a gradient, made one.
    private GradientReport CheckEach(
        Loss loss, KernelShape shape, double[][] numbers, ElementLayout rows, Func<int, ElementLayout, Random, IComparison> compare)
    {
        var random = new Random(Seed);
        List<GradientElement> elements = [];
        IReadOnlyList<string>? kinks = null;
        for (int input = 0; input < numbers.Length; input++)
        {
            if (!shape.Inputs[input].IsDifferentiable)
                continue;
            ElementLayout layout = shape.Inputs[input].Kind == KernelInputKind.Row ? rows : new ElementLayout(1);
            string name = shape.Inputs[input].Name;
            GradientReport report = CheckPoint("", compare(input, layout, random), numbers[input], layout, random);
            elements.AddRange(report.Elements.Select(element => element with { Gradient = $"{element.Gradient}, by {name}" }));
            kinks = report.Kinks;
        }
        return new(TitleOf(loss), Seed, rows, kinks, elements);
    }

    private static BatchSizes SizesOf(Loss loss, KernelShape shape, double[][] numbers, int[][] labels, TwinOptions twins)
    {
        var call = new BatchCall<double> { Goal = BatchGoal.Value, Options = twins.Double };
        for (int input = 0; input < numbers.Length; input++)
            call.SetInput(input, numbers[input]);
        for (int label = 0; label < labels.Length; label++)
            call.SetLabel(label, labels[label]);
        return SizeDeduction.Deduce(loss, shape, shape.HasRow, call);
    }

    private static void CheckCounts(Loss loss, KernelShape shape, int numbers, int labels, string parameter)
    {
        if (numbers == shape.Inputs.Length && labels == shape.Labels.Length)
            return;
        string reals = string.Join(", ", shape.Inputs.Select(input => input.Name)), integers = string.Join(", ", shape.Labels);
        string wanted = $"{reals} (double[])" + (integers.Length > 0 ? $" and {integers} (int[])" : "");
        throw new ArgumentException($"{loss.GetType().Name} takes {wanted}, and the batch has {numbers} inputs of numbers and {labels} of integers.", parameter);
    }

    private static int ClassesNamed(Loss loss, BatchOptions<double> options, string parameter) => Math.Max(loss.Classes, options.Classes) switch
    {
        > 0 and int classes => classes,
        _ => throw new ArgumentException("A label distribution does not tell where a row ends: set Classes on the loss or in the options.", parameter),
    };
}
