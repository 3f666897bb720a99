using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Float128
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 Load(ref readonly float source) => new() { Bits = Vector128.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Float128 LoadPartial(ref readonly float source, int count)
    {
        if (!Avx.IsSupported) return new() { Bits = PartialMemory.Load<Vector128<float>, float>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (float* address = &source) return new() { Bits = Avx.MaskLoad(address, FirstLanes(count)) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LoadDoubles(ref readonly double source) =>
        new() { Bits = Vector128.Narrow(Vector128.LoadUnsafe(in source), Vector128.LoadUnsafe(in source, 2)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LoadDoublesPartial(ref readonly double source, int count)
    {
        Double128 lower = Double128.LoadPartial(in source, Math.Min(count, Double128.Count));
        Double128 upper = count > Double128.Count
            ? Double128.LoadPartial(in Unsafe.Add(ref Unsafe.AsRef(in source), Double128.Count), count - Double128.Count)
            : default;
        return new() { Bits = Vector128.Narrow(lower.Bits, upper.Bits) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LoadIntegers(ref readonly int source) => new() { Bits = Vector128.ConvertToSingle(Vector128.LoadUnsafe(in source)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Float128 value, ref float destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Float128 value, ref float destination, int count)
    {
        if (!Avx.IsSupported)
        {
            PartialMemory.Store(value.Bits, ref destination, count);
            return;
        }

        fixed (float* address = &destination) Avx.MaskStore(address, FirstLanes(count), value.Bits);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 CreateIndex(int index) => new() { Bits = Vector128.Create(index).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 CreateIndices(int first) => new() { Bits = (Vector128.Create(first) + Vector128<int>.Indices).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 LoadIndices(ref readonly int source) => new() { Bits = Vector128.LoadUnsafe(in source).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 IndexEqual(Float128 left, Float128 right) =>
        new() { Bits = Vector128.Equals(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 IndexLessThan(Float128 left, Float128 right) =>
        new() { Bits = Vector128.LessThan(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float128 IndexToNumber(Float128 index) => new() { Bits = Vector128.ConvertToSingle(index.Bits.AsInt32()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> FirstLanes(int count) =>
        Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle();
}
