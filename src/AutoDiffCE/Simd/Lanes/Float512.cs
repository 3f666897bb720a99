using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>Sixteen float lanes in 512 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct Float512 : ILanes<Float512, float>
{
    // Set by object initializers: a register built by a constructor keeps the just-in-time compiler from inlining long passes.
    internal Vector512<float> Bits;

    /// <inheritdoc/>
    public static int Count => Vector512<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Create(double value) => new() { Bits = Vector512.Create((float)value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Broadcast(float value) => new() { Bits = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float First(Float512 value) => value.Bits.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 operator +(Float512 left, Float512 right) => new() { Bits = left.Bits + right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 operator -(Float512 left, Float512 right) => new() { Bits = left.Bits - right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 operator *(Float512 left, Float512 right) => new() { Bits = left.Bits * right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 operator /(Float512 left, Float512 right) => new() { Bits = left.Bits / right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 operator -(Float512 value) => new() { Bits = value.Bits ^ Vector512.Create(-0.0f) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 MultiplyAdd(Float512 left, Float512 right, Float512 addend) =>
        new() { Bits = Vector512.MultiplyAddEstimate(left.Bits, right.Bits, addend.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Sqrt(Float512 value) => new() { Bits = Vector512.Sqrt(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Abs(Float512 value) => new() { Bits = Vector512.Abs(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Round(Float512 value) => new() { Bits = Vector512.Round(value.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Max(Float512 left, Float512 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector512.MaxNative(left.Bits, right.Bits) };
        return Select(LessThan(right, left), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Min(Float512 left, Float512 right)
    {
        // On x86 the native instruction takes the second operand where either is NaN; elsewhere that has to be spelled out.
        if (Sse2.IsSupported) return new() { Bits = Vector512.MinNative(left.Bits, right.Bits) };
        return Select(LessThan(left, right), left, right);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LessThan(Float512 left, Float512 right) => new() { Bits = Vector512.LessThan(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LessThanOrEqual(Float512 left, Float512 right) => new() { Bits = Vector512.LessThanOrEqual(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Equal(Float512 left, Float512 right) => new() { Bits = Vector512.Equals(left.Bits, right.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 And(Float512 left, Float512 right) => new() { Bits = left.Bits & right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Or(Float512 left, Float512 right) => new() { Bits = left.Bits | right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Xor(Float512 left, Float512 right) => new() { Bits = left.Bits ^ right.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Not(Float512 value) => new() { Bits = ~value.Bits };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Select(Float512 mask, Float512 whenTrue, Float512 whenFalse) =>
        new() { Bits = Vector512.ConditionalSelect(mask.Bits, whenTrue.Bits, whenFalse.Bits) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Sum(Float512 value) => Float256.Sum(new Float256 { Bits = value.Bits.GetLower() + value.Bits.GetUpper() });

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Max(Float512 value) =>
        Float256.Max(Float256.Max(new Float256 { Bits = value.Bits.GetLower() }, new Float256 { Bits = value.Bits.GetUpper() }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Min(Float512 value) =>
        Float256.Min(Float256.Min(new Float256 { Bits = value.Bits.GetLower() }, new Float256 { Bits = value.Bits.GetUpper() }));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Exp(Float512 x)
    {
        if (Avx512F.IsSupported) return new() { Bits = Functions.TableExp.Single(x.Bits) };
        return Functions.Exp.Single<Float512, float>(x);
    }
}
