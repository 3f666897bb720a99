using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Float512
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Load(ref readonly float source) => new() { Bits = Vector512.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Float512 LoadPartial(ref readonly float source, int count)
    {
        if (!Avx512F.IsSupported) return new() { Bits = PartialMemory.Load<Vector512<float>, float>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (float* address = &source) return new() { Bits = Avx512F.MaskLoad(address, FirstLanes(count), Vector512<float>.Zero) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LoadDoubles(ref readonly double source) =>
        new() { Bits = Vector512.Narrow(Vector512.LoadUnsafe(in source), Vector512.LoadUnsafe(in source, 8)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LoadDoublesPartial(ref readonly double source, int count)
    {
        Double512 lower = Double512.LoadPartial(in source, Math.Min(count, Double512.Count));
        Double512 upper = count > Double512.Count
            ? Double512.LoadPartial(in Unsafe.Add(ref Unsafe.AsRef(in source), Double512.Count), count - Double512.Count)
            : default;
        return new() { Bits = Vector512.Narrow(lower.Bits, upper.Bits) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LoadIntegers(ref readonly int source) => new() { Bits = Vector512.ConvertToSingle(Vector512.LoadUnsafe(in source)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Float512 value, ref float destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Float512 value, ref float destination, int count)
    {
        if (!Avx512F.IsSupported)
        {
            PartialMemory.Store(value.Bits, ref destination, count);
            return;
        }

        fixed (float* address = &destination) Avx512F.MaskStore(address, FirstLanes(count), value.Bits);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 CreateIndex(int index) => new() { Bits = Vector512.Create(index).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 CreateIndices(int first) => new() { Bits = (Vector512.Create(first) + Vector512<int>.Indices).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 LoadIndices(ref readonly int source) => new() { Bits = Vector512.LoadUnsafe(in source).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 IndexEqual(Float512 left, Float512 right) =>
        new() { Bits = Vector512.Equals(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 IndexLessThan(Float512 left, Float512 right) =>
        new() { Bits = Vector512.LessThan(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 IndexToNumber(Float512 index) => new() { Bits = Vector512.ConvertToSingle(index.Bits.AsInt32()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> FirstLanes(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();
}
