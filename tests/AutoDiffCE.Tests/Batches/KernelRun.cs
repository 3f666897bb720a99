using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

/// <summary>Runs a kernel at one register width, with what its loss says of labels.</summary>
internal static class KernelRun<TKernel, V, T>
    where TKernel : struct, IKernel<TKernel>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static BatchResult Run(Loss loss, KernelShape shape, TKernel kernel, BatchGoal goal, scoped in BatchCall<T> call)
    {
        BatchCall<T> labeled = call;
        labeled.Goal = goal;
        if (loss is LabelLoss labelLoss)
        {
            labeled.ClassWeights = labelLoss.ClassWeights.AsSpan();
            labeled.IgnoreIndex = labelLoss.IgnoreIndex;
        }

        return BatchCore<V, T>.Run(loss, shape, KernelHandle<T>.Of<TKernel, V>(ref kernel), labeled);
    }
}
