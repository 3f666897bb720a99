using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Eight float lanes in 256 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Float256 : ILanes<Float256, float>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector256<float> Bits;

    /// <inheritdoc/>
    public static int Count => Vector256<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Create(double value) => new() { Bits = Vector256.Create((float)value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Broadcast(float value) => new() { Bits = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float First(Float256 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 operator +(Float256 left, Float256 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 operator -(Float256 left, Float256 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 operator *(Float256 left, Float256 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 operator /(Float256 left, Float256 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 operator -(Float256 value) => new() { Bits = value.Bits ^ Vector256.Create(-0.0f) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 MultiplyAdd(Float256 left, Float256 right, Float256 addend) =>
        new() { Bits = Vector256.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Sqrt(Float256 value) => new() { Bits = Vector256.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Abs(Float256 value) => new() { Bits = Vector256.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Round(Float256 value) => new() { Bits = Vector256.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Max(Float256 left, Float256 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector256.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Min(Float256 left, Float256 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector256.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LessThan(Float256 left, Float256 right) => new() { Bits = Vector256.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LessThanOrEqual(Float256 left, Float256 right) => new() { Bits = Vector256.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Equal(Float256 left, Float256 right) => new() { Bits = Vector256.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 And(Float256 left, Float256 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Or(Float256 left, Float256 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Xor(Float256 left, Float256 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Not(Float256 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Select(Float256 mask, Float256 whenTrue, Float256 whenFalse) =>
        new() { Bits = Vector256.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Sum(Float256 value) => Float128.Sum(new Float128 { Bits = value.Bits.GetLower() + value.Bits.GetUpper() });

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Max(Float256 value) =>
        Float128.Max(Float128.Max(new Float128 { Bits = value.Bits.GetLower() }, new Float128 { Bits = value.Bits.GetUpper() }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Min(Float256 value) =>
        Float128.Min(Float128.Min(new Float128 { Bits = value.Bits.GetLower() }, new Float128 { Bits = value.Bits.GetUpper() }));
}
