using System.ComponentModel;
using System.Runtime.CompilerServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over a batch, at the width of this machine: what the generated part of a loss calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchDriver
{
    /// <summary>Checks a call, and runs a kernel over it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BatchResult Run<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchCall<float> call)
        where TKernel : struct, IKernel<TKernel> => LaneWidth.Bits switch
        {
            512 => BatchCore<Float512, float>.Run(loss, shape, KernelHandle<float>.Of<TKernel, Float512>(ref kernel), call),
            256 => BatchCore<Float256, float>.Run(loss, shape, KernelHandle<float>.Of<TKernel, Float256>(ref kernel), call),
            128 => BatchCore<Float128, float>.Run(loss, shape, KernelHandle<float>.Of<TKernel, Float128>(ref kernel), call),
            _ => BatchCore<FloatScalar, float>.Run(loss, shape, KernelHandle<float>.Of<TKernel, FloatScalar>(ref kernel), call),
        };

    /// <summary>Checks a call, and runs a kernel over it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BatchResult Run<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchCall<double> call)
        where TKernel : struct, IKernel<TKernel> => LaneWidth.Bits switch
        {
            512 => BatchCore<Double512, double>.Run(loss, shape, KernelHandle<double>.Of<TKernel, Double512>(ref kernel), call),
            256 => BatchCore<Double256, double>.Run(loss, shape, KernelHandle<double>.Of<TKernel, Double256>(ref kernel), call),
            128 => BatchCore<Double128, double>.Run(loss, shape, KernelHandle<double>.Of<TKernel, Double128>(ref kernel), call),
            _ => BatchCore<DoubleScalar, double>.Run(loss, shape, KernelHandle<double>.Of<TKernel, DoubleScalar>(ref kernel), call),
        };
}
