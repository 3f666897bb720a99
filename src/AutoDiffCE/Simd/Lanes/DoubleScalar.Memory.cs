using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory, class indices and powers of two.</content>
public partial struct DoubleScalar
{
    private const int MantissaBits = 52;
    private const int Bias = 1023;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Load(ref readonly double source) => new() { Value = source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LoadPartial(ref readonly double source, int count) => count > 0 ? Load(in source) : default;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LoadDoubles(ref readonly double source) => new() { Value = source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LoadDoublesPartial(ref readonly double source, int count) => count > 0 ? LoadDoubles(in source) : default;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LoadIntegers(ref readonly int source) => new() { Value = source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(DoubleScalar value, ref double destination) => destination = value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void StorePartial(DoubleScalar value, ref double destination, int count)
    {
        if (count > 0) destination = value.Value;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar CreateIndex(int index) => new() { Value = BitConverter.Int64BitsToDouble(index) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar CreateIndices(int first) => CreateIndex(first);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar LoadIndices(ref readonly int source) => CreateIndex(source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar IndexEqual(DoubleScalar left, DoubleScalar right) =>
        Mask(BitConverter.DoubleToInt64Bits(left.Value) == BitConverter.DoubleToInt64Bits(right.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar IndexLessThan(DoubleScalar left, DoubleScalar right) =>
        Mask(BitConverter.DoubleToInt64Bits(left.Value) < BitConverter.DoubleToInt64Bits(right.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar IndexToNumber(DoubleScalar index) => new() { Value = BitConverter.DoubleToInt64Bits(index.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Scale(DoubleScalar value, DoubleScalar exponent) => new() { Value = Math.ScaleB(value.Value, (int)exponent.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar ScaleByHalves(DoubleScalar value, DoubleScalar exponent)
    {
        int biased = (int)exponent.Value + 2 * Bias;
        int half = biased >> 1;
        return new() { Value = value.Value * PowerOfTwo(half) * PowerOfTwo(biased - half) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static DoubleScalar Exponent(DoubleScalar value) => new() { Value = Math.ILogB(value.Value) };

    [MethodImpl(AggressiveInlining)]
    private static double PowerOfTwo(int biased) => BitConverter.Int64BitsToDouble((long)biased << MantissaBits);
}
