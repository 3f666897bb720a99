using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over a block with the classes of one row along the lanes, on the caller's memory.</summary>
internal static unsafe class ClassOrder
{
    /// <summary>The bytes of scratch that the rows take, at most.</summary>
    public static long BytesFor<T>(in PinnedBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        batch.NeedsCopies ? batch.Shape.Inputs.Length * Scratch.BytesFor<T>(batch.Sizes.Classes) : 0;

    /// <summary>Runs the kernel over the samples that anything is asked of, and clears the gradient of the others.</summary>
    /// <param name="kernel">The kernel, prepared.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="block">The block, loaded.</param>
    /// <param name="scratch">Memory for copies of rows: taken anew for each block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block, Scratch scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int start = 0;
        while (start < block.Count)
        {
            int end = block.HasIdle ? EndOfRun(batch.Goal, block, start) : block.Count;
            if (batch.NeedsCopies)
                RunCopies(kernel, batch, block, scratch, start, end);
            else if (start < end)
                RunRows(kernel, batch, block, start, end);
            // the sample that ended the run is idle
            start = end + 1;
        }

        if (!batch.Goal.HasGradient() || !block.HasZeroUpstream)
            return;
        for (int index = 0; index < block.Count; index++)
        {
            if (block.Upstream[index] == T.Zero)
                batch.ClearGradients(block.First + index);
        }
    }

    private static int EndOfRun<T>(BatchGoal goal, in Block<T> block, int start)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int end = start;
        while (end < block.Count && !block.IsIdle(goal, end))
            end++;
        return end;
    }

    private static void RunRows<T>(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block, int start, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Frame<T> frame = FrameAt(batch, block, start, end - start);
        kernel.RunClasses(batch.Goal, ref frame);
    }

    private static void RunCopies<T>(
        KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block, Scratch scratch, int start, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        InputPointers<T> copies = default;
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
            copies[input] = new Pointer<T>(scratch.Take<T>(batch.LengthOf(input)));
        for (int index = start; index < end; index++)
        {
            Frame<T> frame = FrameAt(batch, block, index, 1);
            for (int input = 0; input < batch.Shape.Inputs.Length; input++)
            {
                if (!batch.NeedsCopy(input))
                    continue;
                int length = batch.LengthOf(input);
                new ReadOnlySpan<T>(frame.Inputs[input].Address, length).CopyTo(new Span<T>(copies[input].Address, length));
                frame.Inputs[input] = copies[input];
            }

            kernel.RunClasses(batch.Goal, ref frame);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Frame<T> FrameAt<T>(in PinnedBatch<T> batch, in Block<T> block, int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Frame<T> frame = default;
        frame.Samples = count;
        frame.Classes = batch.Sizes.Classes;
        frame.SampleStride = batch.Sizes.RowStride;
        frame.ClassStride = 1;
        frame.Upstream = new Pointer<T>(block.Upstream + start);
        frame.Values = new Pointer<T>(block.Values + start);
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            nint offset = batch.OffsetOf(input, block.First + start);
            frame.Inputs[input] = batch.Inputs[input] + offset;
            if (!batch.Gradients[input].IsNull)
                frame.Gradients[input] = batch.Gradients[input] + offset;
        }

        for (int label = 0; label < batch.Shape.Labels.Length; label++)
            frame.Labels[label] = block.Labels[label] + start;
        return frame;
    }
}
