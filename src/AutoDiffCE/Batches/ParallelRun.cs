using System.Numerics;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over the blocks of a batch on several threads. The sums are added in the order of the blocks.</summary>
/// <typeparam name="TKernel">The kernel.</typeparam>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ParallelRun<TKernel, V, T>
    where TKernel : struct, IKernel
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TKernel kernel;
    private readonly PinnedBatch<T> batch;
    private readonly double[] sums;
    private readonly int parts;

    private ParallelRun(TKernel kernel, in PinnedBatch<T> batch, int parts)
    {
        this.kernel = kernel;
        this.batch = batch;
        this.parts = parts;
        sums = new double[batch.Blocks];
    }

    /// <summary>Runs the kernel over all blocks. The spans stay pinned until it returns.</summary>
    /// <returns>The sums of the blocks, added up in order.</returns>
    public static double Run(TKernel kernel, in PinnedBatch<T> batch, int threads)
    {
        var run = new ParallelRun<TKernel, V, T>(kernel, batch, Math.Min(threads, batch.Blocks));
        Parallel.For(0, run.parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, run.RunPart);
        double total = 0;
        foreach (double sum in run.sums)
            total += sum;
        return total;
    }

    private void RunPart(int part)
    {
        TKernel copy = kernel;
        int first = (int)((long)batch.Blocks * part / parts);
        int end = (int)((long)batch.Blocks * (part + 1) / parts);
        BlockRun<TKernel, V, T>.Run(ref copy, batch, first, end, sums);
    }
}
