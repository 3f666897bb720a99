using System.ComponentModel;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <summary>One double lane, for machines without vector registers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct DoubleScalar : ILanes<DoubleScalar, double>
{
    internal double Value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Create(double value) => new() { Value = value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Broadcast(double value) => new() { Value = value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double First(DoubleScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar operator +(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value + right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar operator -(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value - right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar operator *(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value * right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar operator /(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value / right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar operator -(DoubleScalar value) => new() { Value = -value.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar MultiplyAdd(DoubleScalar left, DoubleScalar right, DoubleScalar addend) =>
        new() { Value = double.MultiplyAddEstimate(left.Value, right.Value, addend.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Sqrt(DoubleScalar value) => new() { Value = Math.Sqrt(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Abs(DoubleScalar value) => new() { Value = Math.Abs(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Round(DoubleScalar value) => new() { Value = Math.Round(value.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Max(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value > right.Value ? left.Value : right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Min(DoubleScalar left, DoubleScalar right) => new() { Value = left.Value < right.Value ? left.Value : right.Value };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LessThan(DoubleScalar left, DoubleScalar right) => Mask(left.Value < right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LessThanOrEqual(DoubleScalar left, DoubleScalar right) => Mask(left.Value <= right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Equal(DoubleScalar left, DoubleScalar right) => Mask(left.Value == right.Value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar And(DoubleScalar left, DoubleScalar right) =>
        new() { Value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left.Value) & BitConverter.DoubleToInt64Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Or(DoubleScalar left, DoubleScalar right) =>
        new() { Value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left.Value) | BitConverter.DoubleToInt64Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Xor(DoubleScalar left, DoubleScalar right) =>
        new() { Value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left.Value) ^ BitConverter.DoubleToInt64Bits(right.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Not(DoubleScalar value) =>
        new() { Value = BitConverter.Int64BitsToDouble(~BitConverter.DoubleToInt64Bits(value.Value)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Select(DoubleScalar mask, DoubleScalar whenTrue, DoubleScalar whenFalse) =>
        BitConverter.DoubleToInt64Bits(mask.Value) != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Sum(DoubleScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Max(DoubleScalar value) => value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static double Min(DoubleScalar value) => value.Value;

    [MethodImpl(AggressiveInlining)]
    private static DoubleScalar Mask(bool condition) => new() { Value = BitConverter.Int64BitsToDouble(condition ? -1 : 0) };
}
