using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Exact;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>One call from its checks to its result, at one register width.</summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class BatchCore<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Below this, handing work to another thread takes longer than the work.
    private const long MinParallelElements = 65536;

    /// <summary>Checks everything, then runs the kernel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BatchResult Run(Loss loss, KernelShape shape, KernelHandle<T> kernel, scoped in BatchCall<T> batch)
    {
        if (batch.Question is { } question)
        {
            question.Answer = shape;
            return default;
        }
        BatchGoal goal = batch.Goal;
        if (goal == BatchGoal.Normalizer)
            return new BatchResult(0, Normalizers.OfLabels(loss, shape, batch));
        if (goal.HasRows())
            CheckUnweighted(batch.Options);
        BatchSizes sizes = SizeDeduction.Deduce(loss, shape, shape.HasRow, batch);
        LengthChecks.Check(shape, sizes, batch);
        OverlapChecks.Check(shape, batch);
        int ignored = LabelChecks.Check(loss, shape, sizes.Classes, batch);
        double? normalizer = UsesNormalizer(loss, goal) ? Normalizers.Checked(batch.Options.Normalizer) : null;
        fixed (double* classWeights = batch.ClassWeights)
        fixed (int* label0 = batch.Label0, label1 = batch.Label1)
        fixed (T* input0 = batch.Input0, input1 = batch.Input1, input2 = batch.Input2, input3 = batch.Input3, input4 = batch.Input4)
        fixed (T* gradient0 = batch.Gradient0, gradient1 = batch.Gradient1, gradient2 = batch.Gradient2, gradient3 = batch.Gradient3)
        fixed (T* gradient4 = batch.Gradient4)
        fixed (T* upstream = batch.Upstream, destination = batch.Destination, sampleWeights = batch.Options.SampleWeights)
        {
            PinnedBatch<T> pinned = default;
            pinned.Shape = shape;
            pinned.Goal = goal;
            pinned.Held = batch.Options.Held;
            pinned.Sizes = sizes;
            pinned.Upstream = upstream;
            pinned.Destination = destination;
            pinned.Inputs[0] = new Pointer<T>(input0);
            pinned.Inputs[1] = new Pointer<T>(input1);
            pinned.Inputs[2] = new Pointer<T>(input2);
            pinned.Inputs[3] = new Pointer<T>(input3);
            pinned.Inputs[4] = new Pointer<T>(input4);
            pinned.Labels[0] = new Pointer<int>(label0);
            pinned.Labels[1] = new Pointer<int>(label1);
            if (goal.HasGradient())
            {
                pinned.Gradients[0] = new Pointer<T>(gradient0);
                pinned.Gradients[1] = new Pointer<T>(gradient1);
                pinned.Gradients[2] = new Pointer<T>(gradient2);
                pinned.Gradients[3] = new Pointer<T>(gradient3);
                pinned.Gradients[4] = new Pointer<T>(gradient4);
                pinned.IsInPlace = IsInPlace(shape, pinned);
                pinned.NeedsCopies = !shape.IsSafeInPlace && pinned.IsInPlace;
            }

            // Rows that are too long to be evaluated again are not worth a copy either.
            pinned.HasFallback = shape.Formula.Length > 0 && (!pinned.IsInPlace || ExactEvaluator.CanEvaluate(shape.Exact, sizes.Classes));
            pinned.EmptyLabels = new EmptyLabels<T>(shape, batch, input1, classWeights);
            pinned.Weighting = new Weighting<T>(shape, label0, batch.IgnoreIndex, sampleWeights, classWeights);
            pinned.Weighting.Count(shape, sizes.Samples, ignored, normalizer);
            BatchResult result = RunBlocks(loss, kernel, ref pinned, batch.Options.DegreeOfParallelism);
            return pinned.NeedsDouble ? kernel.RunInDouble(loss, shape, batch) : result;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static BatchResult RunBlocks(Loss loss, KernelHandle<T> kernel, ref PinnedBatch<T> batch, int threads)
    {
        bool divides = batch.Goal is BatchGoal.Value or BatchGoal.ValueAndGradient && loss.Reduction == Reduction.Mean;
        batch.Divisor = divides ? batch.Weighting.Normalizer : 1;
        batch.BlockSamples = BlockSizes.Samples(batch.Sizes, BlockSizes.SamplesAlongLanes(batch.Sizes, V.Count));
        double sum = batch.Sizes.Samples == 0 ? 0
            : batch.Shape.ComputedRows == 0 ? RunPrepared(kernel, ref batch, threads, default)
            : RunWithRows(kernel, ref batch, threads);
        return new BatchResult(sum, batch.Weighting.Normalizer);
    }

    // The rows that a kernel computes live as long as the call, on whatever threads it runs.
    private static double RunWithRows(KernelHandle<T> kernel, ref PinnedBatch<T> batch, int threads)
    {
        int length = checked(batch.Shape.ComputedRows * batch.Sizes.Classes);
        double[] rented = ArrayPool<double>.Shared.Rent(length);
        try
        {
            return RunPrepared(kernel, ref batch, threads, rented.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double RunPrepared(KernelHandle<T> kernel, ref PinnedBatch<T> batch, int threads, Memory<double> rows)
    {
        if (batch.Shape.IsPrepared)
        {
            kernel.Prepare(batch.Sizes.Classes, rows);
            batch.NeedsDouble = !kernel.Fits();
            if (batch.NeedsDouble)
                return 0;
        }
        long elements = (long)batch.Sizes.Samples * Math.Max(batch.Sizes.Classes, 1);
        return threads > 1 && batch.Blocks > 1 && elements >= MinParallelElements
            ? ParallelRun<V, T>.Run(kernel, batch, threads)
            : BlockRun<V, T>.Run(kernel, batch, 0, batch.Blocks, default);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsInPlace(KernelShape shape, in PinnedBatch<T> batch)
    {
        bool any = false;
        for (int input = 0; input < shape.Inputs.Length; input++)
            any |= !batch.Gradients[input].IsNull && batch.Gradients[input].Address == batch.Inputs[input].Address;
        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool UsesNormalizer(Loss loss, BatchGoal goal) =>
        goal == BatchGoal.Total || (goal.HasSum() && loss.Reduction == Reduction.Mean);

    private static void CheckUnweighted(scoped in BatchOptions<T> options)
    {
        if (!options.SampleWeights.IsEmpty || options.Normalizer is not null)
            throw new ArgumentException("A formula that returns a row is not summed: it takes neither sample weights nor a normalizer.", nameof(options));
    }
}
