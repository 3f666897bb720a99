using System.ComponentModel;
using System.Numerics;
using AutoDiffCE.Exact;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>The generated code of one loss: it knows the formula and nothing of batches.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernel
{
    /// <summary>Computes, once per call and in double, what all samples share.</summary>
    /// <param name="classes">Elements in a row; 0 where the formula has no row.</param>
    /// <param name="rows">Memory for <see cref="KernelShape.ComputedRows"/> rows, with arbitrary content. It lasts as long as the call.</param>
    void Prepare(int classes, Memory<double> rows);

    /// <summary>What the formula captures, in the formula's order.</summary>
    Captures Capture() => Captures.None;

    /// <summary>Writes the value of every sample of the frame.</summary>
    void Values<V, T, TOrder>(in Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>;

    /// <summary>Writes the value and the gradient, times the upstream, of every sample of the frame.</summary>
    void ValuesAndGradient<V, T, TOrder>(in Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>;
}
