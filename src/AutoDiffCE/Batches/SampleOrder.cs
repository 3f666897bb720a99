using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// Runs a kernel over a block with samples along the lanes: on the caller's memory where neighboring samples are neighbors there, through
/// a tile where they are not, and where a last register would reach beyond the end.
/// </summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class SampleOrder<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Runs the kernel over all samples, and clears the gradient of those that nothing flows back into.</summary>
    /// <param name="kernel">The kernel, prepared.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="block">The block, loaded.</param>
    /// <param name="tile">Memory for what cannot be used where it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(KernelHandle<T> kernel, in PinnedBatch<T> batch, in Block<T> block, in Tile<T> tile)
    {
        int start = 0;
        while (start < block.Count)
        {
            int direct = batch.NeedsCopies ? 0 : Neighbors(batch, block, start) & -V.Count;
            int count = direct > 0 ? direct : tile.CountFor(block.Count - start, V.Count);
            Frame<T> frame = FrameAt(batch, block, start, count);
            if (direct > 0)
            {
                kernel.RunSamples(batch.Goal, ref frame);
            }
            else
            {
                tile.Load(batch, block, ref frame, start, count);
                kernel.RunSamples(batch.Goal, ref frame);
                tile.Store(batch, block, start, count);
            }

            start += count;
        }

        if (batch.Goal.HasGradient() && block.HasZeroUpstream)
            ClearIdle(batch, block);
    }

    // How many samples from here on lie side by side, so that a register can be loaded from them.
    private static int Neighbors(in PinnedBatch<T> batch, in Block<T> block, int start)
    {
        int remaining = block.Count - start;
        if (!batch.HasRow)
            return remaining;
        int inner = batch.Sizes.Inner;
        return inner == 1 ? 0 : Math.Min(remaining, inner - ((block.First + start) % inner));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Frame<T> FrameAt(in PinnedBatch<T> batch, in Block<T> block, int start, int count)
    {
        Frame<T> frame = default;
        frame.Samples = (count + V.Count - 1) & -V.Count;
        frame.Classes = batch.Sizes.Classes;
        frame.SampleStride = 1;
        frame.ClassStride = batch.Sizes.ClassStride;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ClearIdle(in PinnedBatch<T> batch, in Block<T> block)
    {
        for (int index = 0; index < block.Count; index++)
        {
            if (block.Upstream[index] == T.Zero)
                batch.ClearGradients(block.First + index);
        }
    }
}
