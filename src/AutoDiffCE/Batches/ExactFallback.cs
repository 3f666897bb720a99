using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Batches;

/// <summary>
/// Evaluates again, with more digits and without overflow, what a kernel could not: a number that is infinite or NaN although the inputs of its sample are
/// not. What the formula leaves undefined stays what the kernel made of it. And all values where inputs are held elsewhere, of which kernels know nothing.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ExactFallback<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // For tests: every sample of a kernel that has its formula is evaluated again.
    private static readonly bool isForced = AppContext.TryGetSwitch("AutoDiffCE.EvaluateEverySample", out bool isOn) && isOn;

    private InputPointers<T> inputs;
    private Captures? captures;

    /// <summary>Takes memory for the inputs that gradients are written over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ExactFallback(ref Scratch scratch, in PinnedBatch<T> batch, int samples)
    {
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            if (IsOverwritten(batch, input))
                inputs[input] = new Pointer<T>(scratch.Take<T>((long)samples * batch.LengthOf(input)));
        }
    }

    /// <summary>The bytes of scratch that copies of the inputs take, at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long BytesFor(in PinnedBatch<T> batch, int samples)
    {
        long bytes = 0;
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            if (IsOverwritten(batch, input))
                bytes += Scratch.BytesFor<T>((long)samples * batch.LengthOf(input));
        }

        return bytes;
    }

    /// <summary>Before the kernel runs: keeps the inputs that gradients are written over.</summary>
    public readonly void Load(in PinnedBatch<T> batch, in Block<T> block)
    {
        for (int input = 0; batch.IsInPlace && input < batch.Shape.Inputs.Length; input++)
        {
            if (!inputs[input].IsNull)
                Copy(batch, block, input);
        }
    }

    /// <summary>After the kernel ran: evaluates again what has to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mend(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block)
    {
        if ((batch.HasFallback || batch.EmptyLabels.MayBeAny) && (isForced || batch.Held is not null || Any(batch, block)))
            MendBlock(kernel, batch, block);
    }

    private void MendBlock(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block)
    {
        batch.EmptyLabels.Clear(batch, block);
        if (batch.HasFallback)
            MendSamples(kernel, batch, block);
    }

    private static bool IsOverwritten(in PinnedBatch<T> batch, int input) =>
        batch.IsInPlace && batch.HasFallback && batch.Inputs[input].Address == batch.Gradients[input].Address;

    private readonly void Copy(in PinnedBatch<T> batch, in Block<T> block, int input)
    {
        int length = batch.LengthOf(input);
        nint stride = batch.StrideOf(input);
        if (IsContiguous(batch, input))
        {
            T* start = batch.Inputs[input].Address + batch.OffsetOf(input, block.First);
            new ReadOnlySpan<T>(start, block.Count * length).CopyTo(new Span<T>(inputs[input].Address, block.Count * length));
            return;
        }

        for (int index = 0; index < block.Count; index++)
        {
            T* row = batch.Inputs[input].Address + batch.OffsetOf(input, block.First + index);
            T* copy = inputs[input].Address + ((nint)index * length);
            for (int element = 0; element < length; element++)
                copy[element] = row[element * stride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Any(in PinnedBatch<T> batch, in Block<T> block)
    {
        if (batch.Goal.HasValue() && NonFinite.Any(block.Values, block.Count))
            return true;
        bool checksGradient = batch.Shape.ChecksGradient || batch.EmptyLabels.MayBeAny;
        for (int input = 0; checksGradient && input < batch.Shape.Inputs.Length; input++)
        {
            if (!batch.Gradients[input].IsNull && AnyGradient(batch, block, input))
                return true;
        }

        return false;
    }

    // Whether one sample's elements follow the other's.
    private static bool IsContiguous(in PinnedBatch<T> batch, int input) =>
        batch.Shape.Inputs[input].Kind != KernelInputKind.Row || (batch.Sizes.Inner == 1 && batch.Sizes.RowStride == batch.Sizes.Classes);

    private static bool AnyGradient(in PinnedBatch<T> batch, in Block<T> block, int input)
    {
        int length = batch.LengthOf(input);
        T* gradient = batch.Gradients[input].Address;
        if (IsContiguous(batch, input))
            return NonFinite.Any(gradient + batch.OffsetOf(input, block.First), (nint)block.Count * length);
        bool any = false;
        for (int index = 0; index < block.Count; index++)
            any |= NonFinite.Any(gradient + batch.OffsetOf(input, block.First + index), length, batch.StrideOf(input));
        return any;
    }

    private void MendSamples(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block)
    {
        captures ??= kernel.Capture();
        bool canEvaluate = !captures.HasNaN && ExactEvaluator.CanEvaluate(batch.Shape.Exact, batch.Sizes.Classes);
        if (!canEvaluate && batch.Held is null)
            return;
        for (int index = 0; index < block.Count; index++)
        {
            if (block.IsIdle(batch.Goal, index))
                continue;
            List<ExactElement> missing = Missing(batch, block, index);
            if (canEvaluate)
                MendSample(batch, block, captures, index, missing);
            // A kernel knows of nothing that is held: its number is not the one that was asked for.
            if (batch.Held is not null)
                missing.ForEach(new SampleDestination(batch, block, index).Erase);
        }
    }

    private readonly void MendSample(in PinnedBatch<T> batch, in Block<T> block, Captures captured, int index, List<ExactElement> missing)
    {
        double[] upstream = UpstreamOf(batch, block, index);
        // What flows back as NaN or ∞ leaves nothing to be found out but the value.
        if (!Array.TrueForAll(upstream, double.IsFinite))
            missing.RemoveAll(element => !element.IsValue);
        if (missing.Count == 0 || Sample(batch, block, captured, index) is not { } sample)
            return;
        ExactMeter.Exact.Add(1);
        var destination = new SampleDestination(batch, block, index);
        ExactEvaluator.Evaluate(batch.Shape.Exact, sample, upstream, missing, destination.Write);
        if (missing.Count > 0)
            ExactMeter.Undecided.Add(1);
    }

    // A value that is finite stays as it is, so that each entry point gives the same one. A gradient that has met an overflow is evaluated as a whole: what is
    // finite in it may be so because something was divided by infinity.
    private static List<ExactElement> Missing(in PinnedBatch<T> batch, in Block<T> block, int index)
    {
        List<ExactElement> values = [], gradient = [];
        bool isFinite = true, isAll = isForced || batch.Held is not null;
        if (batch.Goal.HasValue() && (isAll || !T.IsFinite(block.Values[index])))
            values.Add(ExactElement.OfValue());
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            if (batch.Gradients[input].IsNull)
                continue;
            T* numbers = batch.Gradients[input].Address + batch.OffsetOf(input, block.First + index);
            for (int element = 0; element < batch.LengthOf(input); element++)
            {
                bool isMissing = isAll || !T.IsFinite(numbers[element * batch.StrideOf(input)]);
                if (input != batch.Shape.RowOut)
                    gradient.Add(new ExactElement(input, element));
                else if (isMissing)
                    values.Add(ExactElement.OfValue(element));
                isFinite &= !isMissing;
            }
        }

        return isFinite && values.Count == 0 ? [] : [.. values, .. gradient];
    }

    // A sample with an input that is NaN or +∞ has no numbers; one of −∞ is a mask. What flows back is no input of the formula.
    private readonly ExactSample? Sample(in PinnedBatch<T> batch, in Block<T> block, Captures captured, int index)
    {
        var reals = new double[batch.Shape.Inputs.Length][];
        for (int input = 0; input < reals.Length; input++)
        {
            reals[input] = input == batch.Shape.UpstreamRow ? [] : NumbersOf(batch, block, input, index);
            if (!Array.TrueForAll(reals[input], number => number < double.PositiveInfinity))
                return null;
        }

        int[] labels = new int[batch.Shape.Labels.Length];
        for (int label = 0; label < labels.Length; label++)
            labels[label] = block.Labels[label][index];
        var sample = new ExactSample(reals, labels, captured, batch.Sizes.Classes);
        return batch.Held is { } held ? sample with { Held = Holding(batch, block, held, reals, index) } : sample;
    }

    // The real inputs of a sample, one of them as it is where no derivative flows to it.
    private static double[][] Holding(in PinnedBatch<T> batch, in Block<T> block, HeldInput held, double[][] reals, int index)
    {
        double[] numbers = new double[batch.LengthOf(held.Input)];
        for (int element = 0; element < numbers.Length; element++)
            numbers[element] = held.Numbers[batch.OffsetOf(held.Input, block.First + index) + (element * batch.StrideOf(held.Input))];
        return [.. reals[..held.Input], numbers, .. reals[(held.Input + 1)..]];
    }

    // The numbers of an input, as they were before a gradient was written over them.
    private readonly double[] NumbersOf(in PinnedBatch<T> batch, in Block<T> block, int input, int index)
    {
        double[] numbers = new double[batch.LengthOf(input)];
        bool isCopy = !inputs[input].IsNull;
        T* row = isCopy ? inputs[input].Address + ((nint)index * numbers.Length) : batch.Inputs[input].Address + batch.OffsetOf(input, block.First + index);
        nint stride = isCopy ? 1 : batch.StrideOf(input);
        for (int element = 0; element < numbers.Length; element++)
            numbers[element] = double.CreateTruncating(row[element * stride]);
        return numbers;
    }

    private readonly double[] UpstreamOf(in PinnedBatch<T> batch, in Block<T> block, int index)
    {
        if (!batch.Goal.HasGradient())
            return [];
        int row = batch.Shape.UpstreamRow;
        return row >= 0 ? NumbersOf(batch, block, row, index) : batch.Goal.HasRows() ? [] : [double.CreateTruncating(block.Upstream[index])];
    }

    /// <summary>Where the numbers of a sample go.</summary>
    private readonly struct SampleDestination
    {
        private readonly PinnedBatch<T> batch;
        private readonly Block<T> block;
        private readonly int index;

        public SampleDestination(in PinnedBatch<T> batch, in Block<T> block, int index)
        {
            this.batch = batch;
            this.block = block;
            this.index = index;
        }

        /// <summary>Writes a number, if it is precise enough.</summary>
        public bool Write(ExactElement element, Ball ball)
        {
            if (!TryRound(ball, out T number))
                return false;
            *Place(element) = number;
            return true;
        }

        /// <summary>Makes a number that could not be decided NaN, unless it is none anyway.</summary>
        public void Erase(ExactElement element)
        {
            T* place = Place(element);
            if (T.IsFinite(*place))
                *place = T.NaN;
        }

        private T* Place(ExactElement element)
        {
            int input = element.IsValue ? batch.Shape.RowOut : element.Input;
            return input < 0
                ? block.Values + index
                : batch.Gradients[input].Address + batch.OffsetOf(input, block.First + index) + (element.Position * batch.StrideOf(input));
        }

        private static bool TryRound(Ball ball, out T number)
        {
            bool isRounded;
            if (typeof(T) == typeof(float))
            {
                isRounded = ball.TryToSingle(out float single);
                number = T.CreateTruncating(single);
            }
            else
            {
                isRounded = ball.TryToDouble(out double real);
                number = T.CreateTruncating(real);
            }

            return isRounded;
        }
    }
}
