using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Two double lanes in 128 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Double128 : ILanes<Double128, double>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector128<double> Bits;

    /// <inheritdoc/>
    public static int Count => Vector128<double>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Create(double value) => new() { Bits = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Broadcast(double value) => new() { Bits = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double First(Double128 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 operator +(Double128 left, Double128 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 operator -(Double128 left, Double128 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 operator *(Double128 left, Double128 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 operator /(Double128 left, Double128 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 operator -(Double128 value) => new() { Bits = value.Bits ^ Vector128.Create(-0.0) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 MultiplyAdd(Double128 left, Double128 right, Double128 addend) =>
        new() { Bits = Vector128.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Sqrt(Double128 value) => new() { Bits = Vector128.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Abs(Double128 value) => new() { Bits = Vector128.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Round(Double128 value) => new() { Bits = Vector128.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Max(Double128 left, Double128 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector128.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Min(Double128 left, Double128 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector128.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LessThan(Double128 left, Double128 right) => new() { Bits = Vector128.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LessThanOrEqual(Double128 left, Double128 right) => new() { Bits = Vector128.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Equal(Double128 left, Double128 right) => new() { Bits = Vector128.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 And(Double128 left, Double128 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Or(Double128 left, Double128 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Xor(Double128 left, Double128 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Not(Double128 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Select(Double128 mask, Double128 whenTrue, Double128 whenFalse) =>
        new() { Bits = Vector128.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Sum(Double128 value) => value.Bits.ToScalar() + value.Bits.GetElement(1);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Max(Double128 value) => First(Max(value, new() { Bits = Vector128.Shuffle(value.Bits, Vector128.Create(1L, 0L)) }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Min(Double128 value) => First(Min(value, new() { Bits = Vector128.Shuffle(value.Bits, Vector128.Create(1L, 0L)) }));
}
