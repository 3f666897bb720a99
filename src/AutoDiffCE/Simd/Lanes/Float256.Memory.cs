using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Memory and class indices.</content>
public partial struct Float256
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Load(ref readonly float source) => new() { Bits = Vector256.LoadUnsafe(in source) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe Float256 LoadPartial(ref readonly float source, int count)
    {
        if (!Avx.IsSupported) return new() { Bits = PartialMemory.Load<Vector256<float>, float>(in source, count) };

        // A masked load does not fault on the lanes it skips.
        fixed (float* address = &source) return new() { Bits = Avx.MaskLoad(address, FirstLanes(count)) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LoadDoubles(ref readonly double source) =>
        new() { Bits = Vector256.Narrow(Vector256.LoadUnsafe(in source), Vector256.LoadUnsafe(in source, 4)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LoadDoublesPartial(ref readonly double source, int count)
    {
        Double256 lower = Double256.LoadPartial(in source, Math.Min(count, Double256.Count));
        Double256 upper = count > Double256.Count
            ? Double256.LoadPartial(in Unsafe.Add(ref Unsafe.AsRef(in source), Double256.Count), count - Double256.Count)
            : default;
        return new() { Bits = Vector256.Narrow(lower.Bits, upper.Bits) };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LoadIntegers(ref readonly int source) => new() { Bits = Vector256.ConvertToSingle(Vector256.LoadUnsafe(in source)) };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Float256 value, ref float destination) => value.Bits.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static unsafe void StorePartial(Float256 value, ref float destination, int count)
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
    public static Float256 CreateIndex(int index) => new() { Bits = Vector256.Create(index).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 CreateIndices(int first) => new() { Bits = (Vector256.Create(first) + Vector256<int>.Indices).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 LoadIndices(ref readonly int source) => new() { Bits = Vector256.LoadUnsafe(in source).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 IndexEqual(Float256 left, Float256 right) =>
        new() { Bits = Vector256.Equals(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 IndexLessThan(Float256 left, Float256 right) =>
        new() { Bits = Vector256.LessThan(left.Bits.AsInt32(), right.Bits.AsInt32()).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 IndexToNumber(Float256 index) => new() { Bits = Vector256.ConvertToSingle(index.Bits.AsInt32()) };

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> FirstLanes(int count) =>
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();
}
