using System.Numerics;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over the blocks of a batch on several threads. The sums are added in the order of the blocks.</summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ParallelRun<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly KernelHandle<T> kernel;
    private readonly PinnedBatch<T> batch;
    private readonly double[] sums;
    private readonly int parts;

    private ParallelRun(KernelHandle<T> kernel, in PinnedBatch<T> batch, int parts)
    {
        this.kernel = kernel;
        this.batch = batch;
        this.parts = parts;
        sums = new double[batch.Blocks];
    }

    /// <summary>Runs the kernel over all blocks. The spans stay pinned until it returns.</summary>
    /// <returns>The sums of the blocks, added up in order.</returns>
    public static double Run(KernelHandle<T> kernel, in PinnedBatch<T> batch, int threads)
    {
        var run = new ParallelRun<V, T>(kernel, batch, Math.Min(threads, batch.Blocks));
        Parallel.For(0, run.parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, run.RunPart);
        double total = 0;
        foreach (double sum in run.sums)
            total += sum;
        return total;
    }

    private void RunPart(int part)
    {
        int first = (int)((long)batch.Blocks * part / parts);
        int end = (int)((long)batch.Blocks * (part + 1) / parts);
        BlockRun<V, T>.Run(kernel, batch, first, end, sums);
    }
}
