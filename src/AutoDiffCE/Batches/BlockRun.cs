using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over consecutive blocks, on one thread.</summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class BlockRun<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MaxStackBytes = 32 * 1024;

    /// <summary>Runs the kernel.</summary>
    /// <param name="kernel">The kernel, prepared.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="first">The first block.</param>
    /// <param name="end">The block after the last.</param>
    /// <param name="sums">Takes the sum of each block, at the block's index; empty where the total of these blocks is enough.</param>
    /// <returns>The sums of the blocks, added up in order.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Run(KernelHandle<T> kernel, in PinnedBatch<T> batch, int first, int end, Span<double> sums)
    {
        bool samplesAlongLanes = BlockSizes.SamplesAlongLanes(batch.Sizes, V.Count);
        int samples = Math.Min(batch.BlockSamples, batch.Sizes.Samples);
        long bytes = Block<T>.BytesFor(batch, samples) + ExactFallback<T>.BytesFor(batch, samples) + Scratch.Alignment
            + (samplesAlongLanes ? Tile<T>.BytesFor(batch) : ClassOrder.BytesFor(batch));
        if (bytes <= MaxStackBytes)
        {
            byte* memory = stackalloc byte[MaxStackBytes];
            return Run(kernel, batch, first, end, sums, samples, new Scratch(memory));
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(checked((int)bytes));
        try
        {
            fixed (byte* memory = rented)
                return Run(kernel, batch, first, end, sums, samples, new Scratch(memory));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Run(
        KernelHandle<T> kernel, in PinnedBatch<T> batch, int first, int end, Span<double> sums, int samples, Scratch scratch)
    {
        bool samplesAlongLanes = BlockSizes.SamplesAlongLanes(batch.Sizes, V.Count);
        var block = new Block<T>(ref scratch, batch, samples);
        Tile<T> tile = samplesAlongLanes ? new Tile<T>(ref scratch, batch) : default;
        var fallback = new ExactFallback<T>(ref scratch, batch, samples);
        double total = 0;
        for (int index = first; index < end; index++)
        {
            int start = index * batch.BlockSamples;
            block.Load(batch, start, Math.Min(batch.BlockSamples, batch.Sizes.Samples - start));
            fallback.Load(batch, block);
            if (samplesAlongLanes)
                SampleOrder<V, T>.Run(kernel, batch, block, tile);
            else
                ClassOrder.Run(kernel, batch, block, scratch);
            fallback.Mend(kernel, batch, block);
            double sum = block.Finish(batch);
            total += sum;
            if (!sums.IsEmpty)
                sums[index] = sum;
        }

        return total;
    }
}
