using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// Samples along the lanes: a register holds one class of several samples, and a reduction over the classes needs no step across lanes. For rows that are
/// short or whose classes are not neighbors, and for formulas without rows.
/// </summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SampleLanes<V, T> : ILoopOrder<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const int MaxLanes = 16;

    /// <inheritdoc/>
    public static int SamplesPerStep => V.Count;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep Whole(in Frame<T> frame) => new(0, frame.Classes * frame.ClassStride, frame.ClassStride, -1);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep Rest(in Frame<T> frame) => default;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep WholeWithoutLabel(in Frame<T> frame, Pointer<int> label) => Whole(frame);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep RestWithLabel(in Frame<T> frame, Pointer<int> label) => default;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static nint ClassStep(nint step) => 1;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Load(in Frame<T> frame, Pointer<T> row, nint offset) => V.Load(ref row[offset]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(in Frame<T> frame, V value, Pointer<T> row, nint offset) => V.Store(value, ref row[offset]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadShared(in Frame<T> frame, ReadOnlySpan<double> row, nint firstClass) => SharedAt(row, firstClass);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Classes(nint firstClass) => V.CreateIndex((int)firstClass);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Keep(in Frame<T> frame, V updated, V previous, nint firstClass) => updated;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V KeepOthers(in Frame<T> frame, V updated, V previous, nint firstClass, V excluded) =>
        V.Select(V.IndexEqual(Classes(firstClass), excluded), previous, updated);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Sum(V partial) => partial;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Max(V partial) => partial;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Min(V partial) => partial;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadScalar(Pointer<T> source) => V.Load(ref source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadInteger(Pointer<int> source) => V.LoadIntegers(ref source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadIndex(Pointer<int> source) => V.LoadIndices(ref source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreScalar(V value, Pointer<T> destination) => V.Store(value, ref destination[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V At(Pointer<T> row, nint offset) => V.Load(ref row[offset]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V AtLabel(in Frame<T> frame, Pointer<T> row, Pointer<int> label)
    {
        Unsafe.SkipInit(out Buffer gathered);
        for (int lane = 0; lane < V.Count; lane++)
            gathered[lane] = row[(label[lane] * frame.ClassStride) + lane];
        return V.Load(ref gathered[0]);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static V SharedAtLabel(ReadOnlySpan<double> row, Pointer<int> label)
    {
        if (row.IsEmpty)
            return V.Create(1);
        Unsafe.SkipInit(out Buffer gathered);
        for (int lane = 0; lane < V.Count; lane++)
            gathered[lane] = T.CreateTruncating(row[label[lane]]);
        return V.Load(ref gathered[0]);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V SharedAt(ReadOnlySpan<double> row, nint classIndex) =>
        V.Create(row.IsEmpty ? 1 : Unsafe.Add(ref MemoryMarshal.GetReference(row), classIndex));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StoreAtLabel(in Frame<T> frame, V value, Pointer<T> row, Pointer<int> label)
    {
        Unsafe.SkipInit(out Buffer scattered);
        V.Store(value, ref scattered[0]);
        for (int lane = 0; lane < V.Count; lane++)
            row[(label[lane] * frame.ClassStride) + lane] = scattered[lane];
    }

    [InlineArray(MaxLanes)]
    private struct Buffer
    {
        private T first;
    }
}
