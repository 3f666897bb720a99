using System.ComponentModel;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>One float lane, for machines without vector registers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct FloatScalar : ILanes<FloatScalar, float>
{
    internal float Value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Create(double value) => new() { Value = (float)value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Broadcast(float value) => new() { Value = value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float First(FloatScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar operator +(FloatScalar left, FloatScalar right) => new() { Value = left.Value + right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar operator -(FloatScalar left, FloatScalar right) => new() { Value = left.Value - right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar operator *(FloatScalar left, FloatScalar right) => new() { Value = left.Value * right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar operator /(FloatScalar left, FloatScalar right) => new() { Value = left.Value / right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar operator -(FloatScalar value) => new() { Value = -value.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar MultiplyAdd(FloatScalar left, FloatScalar right, FloatScalar addend) =>
        new() { Value = float.MultiplyAddEstimate(left.Value, right.Value, addend.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Sqrt(FloatScalar value) => new() { Value = MathF.Sqrt(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Abs(FloatScalar value) => new() { Value = MathF.Abs(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Round(FloatScalar value) => new() { Value = MathF.Round(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Max(FloatScalar left, FloatScalar right) => new() { Value = left.Value > right.Value ? left.Value : right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Min(FloatScalar left, FloatScalar right) => new() { Value = left.Value < right.Value ? left.Value : right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LessThan(FloatScalar left, FloatScalar right) => Mask(left.Value < right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LessThanOrEqual(FloatScalar left, FloatScalar right) => Mask(left.Value <= right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Equal(FloatScalar left, FloatScalar right) => Mask(left.Value == right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar And(FloatScalar left, FloatScalar right) =>
        new() { Value = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left.Value) & BitConverter.SingleToInt32Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Or(FloatScalar left, FloatScalar right) =>
        new() { Value = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left.Value) | BitConverter.SingleToInt32Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Xor(FloatScalar left, FloatScalar right) =>
        new() { Value = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left.Value) ^ BitConverter.SingleToInt32Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Not(FloatScalar value) =>
        new() { Value = BitConverter.Int32BitsToSingle(~BitConverter.SingleToInt32Bits(value.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Select(FloatScalar mask, FloatScalar whenTrue, FloatScalar whenFalse) =>
        BitConverter.SingleToInt32Bits(mask.Value) != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Sum(FloatScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Max(FloatScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static float Min(FloatScalar value) => value.Value;

    [MethodImpl(AggressiveInlining)]
    private static FloatScalar Mask(bool condition) => new() { Value = BitConverter.Int32BitsToSingle(condition ? -1 : 0) };
}
