using System.ComponentModel;
using System.Numerics;
using AutoDiffCE.Exact;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// The generated code of one loss: it knows the formula and nothing of batches. Its methods are static, so that a driver can hold their addresses without
/// knowing the type.
/// </summary>
/// <typeparam name="TSelf">The kernel: what it captures, and what all samples share.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernel<TSelf>
    where TSelf : struct, IKernel<TSelf>
{
    /// <summary>Computes, once per call and in double, what all samples share; called where <see cref="KernelShape.IsPrepared"/>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="classes">Elements in a row; 0 where the formula has no row.</param>
    /// <param name="rows">Memory for <see cref="KernelShape.ComputedRows"/> rows, with arbitrary content. It lasts as long as the call.</param>
    static virtual void Prepare(ref TSelf kernel, int classes, Memory<double> rows)
    {
    }

    /// <summary>Whether float holds what all samples share; if not, the call is computed in double. Called after <see cref="Prepare"/>.</summary>
    static virtual bool FitsSingle(ref TSelf kernel) => true;

    /// <summary>What the formula captures, in the formula's order.</summary>
    static virtual Captures Capture(ref TSelf kernel) => Captures.None;

    /// <summary>Writes the value of every sample of the frame and, if it is asked for, the gradient times the upstream.</summary>
    static abstract void Run<V, T, TOrder, TGoal>(ref TSelf kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
        where TGoal : struct, IKernelGoal;
}
