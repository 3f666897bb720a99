using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Double256
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Load(ref readonly double source) => new() { Bits = Vector256.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Double256 LoadPartial(ref readonly double source, int count)
    {
        if (!Avx.IsSupported) return new() { Bits = PartialMemory.Load<Vector256<double>, double>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (double* address = &source) return new() { Bits = Avx.MaskLoad(address, FirstLanes(count)) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LoadDoubles(ref readonly double source) => Load(in source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LoadDoublesPartial(ref readonly double source, int count) => LoadPartial(in source, count);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LoadIntegers(ref readonly int source) => IndexToNumber(LoadIndices(in source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Double256 value, ref double destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Double256 value, ref double destination, int count)
    {
        if (!Avx.IsSupported)
        {
            PartialMemory.Store(value.Bits, ref destination, count);
            return;
        }

        fixed (double* address = &destination) Avx.MaskStore(address, FirstLanes(count), value.Bits);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 CreateIndex(int index) => new() { Bits = Vector256.Create((long)index).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 CreateIndices(int first) => new() { Bits = (Vector256.Create((long)first) + Vector256<long>.Indices).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 LoadIndices(ref readonly int source) =>
        new() { Bits = Vector256.WidenLower(Vector128.LoadUnsafe(in source).ToVector256Unsafe()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 IndexEqual(Double256 left, Double256 right) =>
        new() { Bits = Vector256.Equals(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 IndexLessThan(Double256 left, Double256 right) =>
        new() { Bits = Vector256.LessThan(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 IndexToNumber(Double256 index) => new() { Bits = Vector256.ConvertToDouble(index.Bits.AsInt64()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector256<double> FirstLanes(int count) =>
        Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).AsDouble();
}
