using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Double512
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Load(ref readonly double source) => new() { Bits = Vector512.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Double512 LoadPartial(ref readonly double source, int count)
    {
        if (!Avx512F.IsSupported) return new() { Bits = PartialMemory.Load<Vector512<double>, double>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (double* address = &source) return new() { Bits = Avx512F.MaskLoad(address, FirstLanes(count), Vector512<double>.Zero) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LoadDoubles(ref readonly double source) => Load(in source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LoadDoublesPartial(ref readonly double source, int count) => LoadPartial(in source, count);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LoadIntegers(ref readonly int source) => IndexToNumber(LoadIndices(in source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Double512 value, ref double destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Double512 value, ref double destination, int count)
    {
        if (!Avx512F.IsSupported)
        {
            PartialMemory.Store(value.Bits, ref destination, count);
            return;
        }

        fixed (double* address = &destination) Avx512F.MaskStore(address, FirstLanes(count), value.Bits);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 CreateIndex(int index) => new() { Bits = Vector512.Create((long)index).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 CreateIndices(int first) => new() { Bits = (Vector512.Create((long)first) + Vector512<long>.Indices).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 LoadIndices(ref readonly int source) =>
        new() { Bits = Vector512.WidenLower(Vector256.LoadUnsafe(in source).ToVector512Unsafe()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 IndexEqual(Double512 left, Double512 right) =>
        new() { Bits = Vector512.Equals(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 IndexLessThan(Double512 left, Double512 right) =>
        new() { Bits = Vector512.LessThan(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 IndexToNumber(Double512 index) => new() { Bits = Vector512.ConvertToDouble(index.Bits.AsInt64()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector512<double> FirstLanes(int count) =>
        Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble();
}
