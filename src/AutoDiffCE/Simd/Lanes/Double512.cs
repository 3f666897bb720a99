using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Eight double lanes in 512 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Double512 : ILanes<Double512, double>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector512<double> Bits;

    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Create(double value) => new() { Bits = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Broadcast(double value) => new() { Bits = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double First(Double512 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 operator +(Double512 left, Double512 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 operator -(Double512 left, Double512 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 operator *(Double512 left, Double512 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 operator /(Double512 left, Double512 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 operator -(Double512 value) => new() { Bits = value.Bits ^ Vector512.Create(-0.0) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 MultiplyAdd(Double512 left, Double512 right, Double512 addend) =>
        new() { Bits = Vector512.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Sqrt(Double512 value) => new() { Bits = Vector512.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Abs(Double512 value) => new() { Bits = Vector512.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Round(Double512 value) => new() { Bits = Vector512.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Max(Double512 left, Double512 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector512.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Min(Double512 left, Double512 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector512.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LessThan(Double512 left, Double512 right) => new() { Bits = Vector512.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LessThanOrEqual(Double512 left, Double512 right) => new() { Bits = Vector512.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Equal(Double512 left, Double512 right) => new() { Bits = Vector512.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 And(Double512 left, Double512 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Or(Double512 left, Double512 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Xor(Double512 left, Double512 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Not(Double512 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Select(Double512 mask, Double512 whenTrue, Double512 whenFalse) =>
        new() { Bits = Vector512.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Sum(Double512 value) => Double256.Sum(new Double256 { Bits = value.Bits.GetLower() + value.Bits.GetUpper() });

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Max(Double512 value) =>
        Double256.Max(Double256.Max(new Double256 { Bits = value.Bits.GetLower() }, new Double256 { Bits = value.Bits.GetUpper() }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Min(Double512 value) =>
        Double256.Min(Double256.Min(new Double256 { Bits = value.Bits.GetLower() }, new Double256 { Bits = value.Bits.GetUpper() }));
}
