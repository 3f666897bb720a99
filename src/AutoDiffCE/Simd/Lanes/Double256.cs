using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Four double lanes in 256 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Double256 : ILanes<Double256, double>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector256<double> Bits;

    /// <inheritdoc/>
    public static int Count => Vector256<double>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Create(double value) => new() { Bits = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Broadcast(double value) => new() { Bits = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double First(Double256 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 operator +(Double256 left, Double256 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 operator -(Double256 left, Double256 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 operator *(Double256 left, Double256 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 operator /(Double256 left, Double256 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 operator -(Double256 value) => new() { Bits = value.Bits ^ Vector256.Create(-0.0) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 MultiplyAdd(Double256 left, Double256 right, Double256 addend) =>
        new() { Bits = Vector256.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Sqrt(Double256 value) => new() { Bits = Vector256.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Abs(Double256 value) => new() { Bits = Vector256.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Round(Double256 value) => new() { Bits = Vector256.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Max(Double256 left, Double256 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector256.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Min(Double256 left, Double256 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector256.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LessThan(Double256 left, Double256 right) => new() { Bits = Vector256.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LessThanOrEqual(Double256 left, Double256 right) => new() { Bits = Vector256.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Equal(Double256 left, Double256 right) => new() { Bits = Vector256.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 And(Double256 left, Double256 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Or(Double256 left, Double256 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Xor(Double256 left, Double256 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Not(Double256 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Select(Double256 mask, Double256 whenTrue, Double256 whenFalse) =>
        new() { Bits = Vector256.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Sum(Double256 value) => Double128.Sum(new Double128 { Bits = value.Bits.GetLower() + value.Bits.GetUpper() });

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Max(Double256 value) =>
        Double128.Max(Double128.Max(new Double128 { Bits = value.Bits.GetLower() }, new Double128 { Bits = value.Bits.GetUpper() }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Min(Double256 value) =>
        Double128.Min(Double128.Min(new Double128 { Bits = value.Bits.GetLower() }, new Double128 { Bits = value.Bits.GetUpper() }));
}
