using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Four float lanes in 128 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Float128 : ILanes<Float128, float>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector128<float> Bits;

    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Create(double value) => new() { Bits = Vector128.Create((float)value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Broadcast(float value) => new() { Bits = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float First(Float128 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 operator +(Float128 left, Float128 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 operator -(Float128 left, Float128 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 operator *(Float128 left, Float128 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 operator /(Float128 left, Float128 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 operator -(Float128 value) => new() { Bits = value.Bits ^ Vector128.Create(-0.0f) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 MultiplyAdd(Float128 left, Float128 right, Float128 addend) =>
        new() { Bits = Vector128.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Sqrt(Float128 value) => new() { Bits = Vector128.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Abs(Float128 value) => new() { Bits = Vector128.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Round(Float128 value) => new() { Bits = Vector128.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Max(Float128 left, Float128 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector128.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Min(Float128 left, Float128 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector128.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LessThan(Float128 left, Float128 right) => new() { Bits = Vector128.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LessThanOrEqual(Float128 left, Float128 right) => new() { Bits = Vector128.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Equal(Float128 left, Float128 right) => new() { Bits = Vector128.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 And(Float128 left, Float128 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Or(Float128 left, Float128 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Xor(Float128 left, Float128 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Not(Float128 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Select(Float128 mask, Float128 whenTrue, Float128 whenFalse) =>
        new() { Bits = Vector128.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Sum(Float128 value)
    {
        Vector128<float> pairs = value.Bits + SwapHalves(value).Bits;
        return pairs.ToScalar() + pairs.GetElement(1);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Max(Float128 value)
    {
        Float128 pairs = Max(value, SwapHalves(value));
        return First(Max(pairs, new() { Bits = Vector128.Shuffle(pairs.Bits, Vector128.Create(1, 0, 3, 2)) }));
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Min(Float128 value)
    {
        Float128 pairs = Min(value, SwapHalves(value));
        return First(Min(pairs, new() { Bits = Vector128.Shuffle(pairs.Bits, Vector128.Create(1, 0, 3, 2)) }));
    }

    [MethodImpl(AggressiveInlining)]
    private static Float128 SwapHalves(Float128 value) => new() { Bits = Vector128.Shuffle(value.Bits, Vector128.Create(2, 3, 0, 1)) };
}
