using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>Finds the number of samples and classes from whatever a call gives: lengths, and counts that were named.</summary>
internal static class SizeDeduction
{
    /// <summary>The sizes of a batch; every length of an input agrees with them.</summary>
    /// <exception cref="ArgumentException">Lengths and named counts contradict each other, or leave a count open.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BatchSizes Deduce<T>(Loss loss, KernelShape shape, bool hasRow, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckOptions(batch.Options);
        int samples = CountPerSampleInputs(shape, batch, out string counted);
        int classes = 0;
        int stride = 0;
        if (hasRow)
        {
            classes = NamedClasses(loss, batch);
            stride = batch.Options.RowStride;
            if (stride != 0)
                CheckStride(stride, classes, batch.Options.Inner);
            DeduceFromRow(loss, shape, batch, stride, counted, ref samples, ref classes);
            if (stride == 0)
                stride = classes;
            CheckRows(shape, batch, samples, classes, stride);
        }
        else if (batch.Classes > 0)
        {
            classes = stride = NamedClasses(loss, batch);
            if (classes < shape.MinClasses && samples > 0)
                throw new ArgumentException($"The loss captures rows of {classes} elements, and the formula needs at least {shape.MinClasses}.");
        }

        CheckPerSampleInputs(shape, batch, samples);
        CheckInner(samples, batch.Options.Inner);
        return new BatchSizes(samples, classes, hasRow ? batch.Options.Inner : 1, stride);
    }

    /// <summary>The sizes of a batch of which labels and weights are given, and nothing else. Where nothing tells the classes, the largest label is the last.</summary>
    /// <exception cref="ArgumentException">Named counts contradict each other.</exception>
    public static BatchSizes DeduceFromLabels<T>(Loss loss, KernelShape shape, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckOptions(batch.Options);
        CheckInner(batch.Label0.Length, batch.Options.Inner);
        int classes = NamedClasses(loss, batch);
        int beyond = shape.LabelClasses(0, 0);
        if (classes == 0 && !batch.ClassWeights.IsEmpty)
            classes = Math.Max(batch.ClassWeights.Length - beyond, 1);
        foreach (int label in classes == 0 ? batch.Label0 : [])
            classes = Math.Max(classes, label - beyond + 1);
        return new BatchSizes(batch.Label0.Length, classes, batch.Options.Inner, classes);
    }

    /// <summary>What is to be said of a number of classes that nobody named: how it follows from the lengths. Empty where somebody did.</summary>
    public static string Explain<T>(Loss loss, KernelShape shape, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch.Goal == BatchGoal.Normalizer || !shape.HasRow || batch.Classes != 0 || batch.Options.Classes != 0 || loss.Classes != 0)
            return "";
        int row = FirstRow(shape);
        int samples = CountPerSampleInputs(shape, batch, out string counted);
        (string name, int length) = (shape.Inputs[row].Name, batch.Input(row).Length);
        return FormattableString.Invariant(
            $" Their number follows from the lengths: {name}.Length / {counted}.Length = {length} / {samples} = {length / samples}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckOptions<T>(scoped in BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Classes, "options.Classes");
        ArgumentOutOfRangeException.ThrowIfNegative(options.Inner, "options.Inner");
        ArgumentOutOfRangeException.ThrowIfNegative(options.RowStride, "options.RowStride");
        ArgumentOutOfRangeException.ThrowIfNegative(options.DegreeOfParallelism, "options.DegreeOfParallelism");
    }

    private static void CheckInner(int samples, int inner)
    {
        if (samples % inner != 0)
            throw Mismatch.Of(Mismatch.Options, $"{samples} samples are not a multiple of the inner size {inner}.");
    }

    private static void CheckStride(int stride, int classes, int inner)
    {
        if (inner != 1)
            throw Mismatch.Of(Mismatch.Options, $"A row stride ({stride}) and an inner size ({inner}) cannot be combined.");
        if (classes == 0)
            throw Mismatch.Of(Mismatch.Options, $"Rows at a stride of {stride} need their classes named: set Classes in the options.");
        if (stride < classes)
            throw Mismatch.Of(Mismatch.Options, $"The row stride {stride} is smaller than the {classes} classes of a row.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int NamedClasses<T>(Loss loss, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Classes, "classes");
        int classes = batch.Classes;
        string source = "The call";
        Merge(ref classes, ref source, batch.Options.Classes, "the options");
        Merge(ref classes, ref source, loss.Classes, "the loss");
        return classes;
    }

    private static void Merge(ref int classes, ref string source, int other, string otherSource)
    {
        if (other == 0)
            return;
        if (classes == 0)
        {
            classes = other;
            source = otherSource == "the options" ? "The options" : "The loss";
        }
        else if (classes != other)
        {
            throw Mismatch.Of(
                source == "The call" ? "classes" : Mismatch.Options,
                $"{source} and {otherSource} name different numbers of classes: {classes} and {other}.");
        }
    }

    // Labels first: where both a label and a scalar count the samples, the label is what people trust.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountPerSampleInputs<T>(KernelShape shape, scoped in BatchCall<T> batch, out string counted)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.Labels.Length > 0)
        {
            counted = shape.Labels[0];
            return batch.Label0.Length;
        }

        for (int input = 0; input < shape.Inputs.Length; input++)
        {
            counted = shape.Inputs[input].Name;
            if (shape.Inputs[input].Kind == KernelInputKind.Scalar)
                return batch.Input(input).Length;
        }

        counted = "";
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DeduceFromRow<T>(
        Loss loss, KernelShape shape, scoped in BatchCall<T> batch, int stride, string counted, ref int samples, ref int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int input = FirstRow(shape);
        string name = shape.Inputs[input].Name;
        int length = batch.Input(input).Length;
        if (samples < 0)
        {
            if (classes == 0)
            {
                throw Mismatch.Of(
                    name, $"The {length} elements of {name} do not tell the number of classes: set Classes on the loss or in the options.");
            }

            int step = stride == 0 ? classes : stride;
            // a last row may lack its padding
            samples = stride == 0 ? length / step : (int)(((long)length + step - 1) / step);
            if (stride == 0 && length % classes != 0)
                throw Mismatch.Of(name, $"{name} has {length} elements, which is not a multiple of {classes} classes.");
        }
        else if (classes == 0 && samples > 0)
        {
            if (length % samples != 0)
                throw Mismatch.Of(name, $"{name} has {length} elements, which is not a multiple of the {samples} samples that {counted} has.");

            classes = length / samples;
        }

        if (classes < shape.MinClasses && samples > 0)
            throw Mismatch.Of(name, $"{name} has rows of {classes} classes, and the formula needs at least {shape.MinClasses}.{Explain(loss, shape, batch)}");
    }

    private static int FirstRow(KernelShape shape)
    {
        int input = 0;
        while (shape.Inputs[input].Kind != KernelInputKind.Row)
            input++;
        return input;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckRows<T>(KernelShape shape, scoped in BatchCall<T> batch, int samples, int classes, int stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long least = samples == 0 ? 0 : ((samples - 1L) * stride) + classes;
        long most = (long)samples * stride;
        for (int input = 0; input < shape.Inputs.Length; input++)
        {
            int length = batch.Input(input).Length;
            if (shape.Inputs[input].Kind != KernelInputKind.Row || (length >= least && length <= most))
                continue;
            string name = shape.Inputs[input].Name;
            throw stride == classes
                ? Mismatch.Of(name, $"{name} has {length} elements, which is not {samples} samples of {classes} classes.")
                : Mismatch.Of(name, $"{name} has {length} elements, which is not {samples} samples of {classes} classes at a stride of {stride}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckPerSampleInputs<T>(KernelShape shape, scoped in BatchCall<T> batch, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < shape.Inputs.Length; input++)
        {
            if (shape.Inputs[input].Kind == KernelInputKind.Scalar)
                LengthChecks.RequireOnePerSample(batch.Input(input).Length, samples, shape.Inputs[input].Name, "");
        }

        for (int label = 0; label < shape.Labels.Length; label++)
            LengthChecks.RequireOnePerSample(batch.Label(label).Length, samples, shape.Labels[label], "");
    }
}
