using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory, class indices and powers of two.</content>
public partial struct FloatScalar
{
    private const int MantissaBits = 23;
    private const int Bias = 127;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Load(ref readonly float source) => new() { Value = source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LoadPartial(ref readonly float source, int count) => count > 0 ? Load(in source) : default;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LoadDoubles(ref readonly double source) => new() { Value = (float)source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LoadDoublesPartial(ref readonly double source, int count) => count > 0 ? LoadDoubles(in source) : default;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LoadIntegers(ref readonly int source) => new() { Value = source };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(FloatScalar value, ref float destination) => destination = value.Value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void StorePartial(FloatScalar value, ref float destination, int count)
    {
        if (count > 0) destination = value.Value;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar CreateIndex(int index) => new() { Value = BitConverter.Int32BitsToSingle(index) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar CreateIndices(int first) => CreateIndex(first);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar LoadIndices(ref readonly int source) => CreateIndex(source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar IndexEqual(FloatScalar left, FloatScalar right) =>
        Mask(BitConverter.SingleToInt32Bits(left.Value) == BitConverter.SingleToInt32Bits(right.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar IndexLessThan(FloatScalar left, FloatScalar right) =>
        Mask(BitConverter.SingleToInt32Bits(left.Value) < BitConverter.SingleToInt32Bits(right.Value));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar IndexToNumber(FloatScalar index) => new() { Value = BitConverter.SingleToInt32Bits(index.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Scale(FloatScalar value, FloatScalar exponent) => new() { Value = MathF.ScaleB(value.Value, (int)exponent.Value) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar ScaleByHalves(FloatScalar value, FloatScalar exponent)
    {
        int biased = (int)exponent.Value + 2 * Bias;
        int half = biased >> 1;
        return new() { Value = value.Value * PowerOfTwo(half) * PowerOfTwo(biased - half) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static FloatScalar Exponent(FloatScalar value) => new() { Value = MathF.ILogB(value.Value) };

    [MethodImpl(AggressiveInlining)]
    private static float PowerOfTwo(int biased) => BitConverter.Int32BitsToSingle(biased << MantissaBits);
}
