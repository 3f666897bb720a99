using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Double128
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 Load(ref readonly double source) => new() { Bits = Vector128.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Double128 LoadPartial(ref readonly double source, int count)
    {
        if (!Avx.IsSupported) return new() { Bits = PartialMemory.Load<Vector128<double>, double>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (double* address = &source) return new() { Bits = Avx.MaskLoad(address, FirstLanes(count)) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LoadDoubles(ref readonly double source) => Load(in source);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LoadDoublesPartial(ref readonly double source, int count) => LoadPartial(in source, count);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LoadIntegers(ref readonly int source) => IndexToNumber(LoadIndices(in source));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Double128 value, ref double destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Double128 value, ref double destination, int count)
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
    public static Double128 CreateIndex(int index) => new() { Bits = Vector128.Create((long)index).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 CreateIndices(int first) => new() { Bits = (Vector128.Create((long)first) + Vector128<long>.Indices).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 LoadIndices(ref readonly int source)
    {
        long pair = Unsafe.ReadUnaligned<long>(ref Unsafe.As<int, byte>(ref Unsafe.AsRef(in source)));
        return new() { Bits = Vector128.WidenLower(Vector128.CreateScalarUnsafe(pair).AsInt32()).AsDouble() };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 IndexEqual(Double128 left, Double128 right) =>
        new() { Bits = Vector128.Equals(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 IndexLessThan(Double128 left, Double128 right) =>
        new() { Bits = Vector128.LessThan(left.Bits.AsInt64(), right.Bits.AsInt64()).AsDouble() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double128 IndexToNumber(Double128 index) => new() { Bits = Vector128.ConvertToDouble(index.Bits.AsInt64()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector128<double> FirstLanes(int count) =>
        Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).AsDouble();
}
