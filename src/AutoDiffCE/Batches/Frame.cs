using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>
/// What a kernel runs over: some samples that lie regularly in memory. A driver sets it up, so that a kernel need not know how
/// the batch was laid out, and a kernel reads it, so that a driver need not know the formula.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Frame<T>
    where T : unmanaged
{
    /// <summary>The most floating-point inputs a kernel may have: those of a formula and the upstream of one that gives a row.</summary>
    public const int MaxInputs = RuntimeContract.MaxReals + 1;

    /// <summary>The most integer inputs a formula may have.</summary>
    public const int MaxLabels = RuntimeContract.MaxIntegers;

    /// <summary>How many samples to run; with samples along the lanes, a multiple of the lanes.</summary>
    public int Samples;

    /// <summary>Elements in a row; 0 where the formula has no row.</summary>
    public int Classes;

    /// <summary>Distance, in elements, from one sample's row to the next one's.</summary>
    public nint SampleStride;

    /// <summary>Distance, in elements, from one class to the next within a row.</summary>
    public nint ClassStride;

    /// <summary>One factor per sample on what flows back; unused by kernels without a gradient.</summary>
    public Pointer<T> Upstream;

    /// <summary>One value per sample: written.</summary>
    public Pointer<T> Values;

    /// <summary>The floating-point inputs, in the formula's order.</summary>
    public InputPointers<T> Inputs;

    /// <summary>The gradients by the differentiable inputs, each at its input's position: written.</summary>
    public InputPointers<T> Gradients;

    /// <summary>The integer inputs, in the formula's order.</summary>
    public LabelPointers Labels;

    /// <summary>The row of an input that belongs to a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Pointer<T> Row(int input, int sample) => Inputs[input] + sample * SampleStride;

    /// <summary>The row of a gradient that belongs to a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Pointer<T> RowGradient(int input, int sample) => Gradients[input] + sample * SampleStride;
}
