using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// The classes of one row along the lanes, in the registers that are not visited whole: the last one, where the row ends inside it, and that of
/// the label. Loads and stores stop at the end of the row, reductions keep their lanes by mask.
/// </summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ClassRest<V, T> : ILoopOrder<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int SamplesPerStep => 1;

    /// <inheritdoc/>
    public static Sweep Whole(in Frame<T> frame) => ClassLanes<V, T>.Whole(frame);

    /// <inheritdoc/>
    public static Sweep Rest(in Frame<T> frame) => ClassLanes<V, T>.Rest(frame);

    /// <inheritdoc/>
    public static Sweep WholeWithoutLabel(in Frame<T> frame, Pointer<int> label) => ClassLanes<V, T>.WholeWithoutLabel(frame, label);

    /// <inheritdoc/>
    public static Sweep RestWithLabel(in Frame<T> frame, Pointer<int> label) => ClassLanes<V, T>.RestWithLabel(frame, label);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static nint ClassStep(nint step) => step;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Load(in Frame<T> frame, Pointer<T> row, nint offset) => V.LoadPartial(ref row[offset], Count(frame, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(in Frame<T> frame, V value, Pointer<T> row, nint offset) => V.StorePartial(value, ref row[offset], Count(frame, offset));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadShared(in Frame<T> frame, ReadOnlySpan<double> row, nint firstClass) => row.IsEmpty
        ? V.Create(1)
        : V.LoadDoublesPartial(ref Unsafe.Add(ref MemoryMarshal.GetReference(row), firstClass), Count(frame, firstClass));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Classes(nint firstClass) => V.CreateIndices((int)firstClass);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Keep(in Frame<T> frame, V updated, V previous, nint firstClass) =>
        V.Select(V.IndexLessThan(Classes(firstClass), V.CreateIndex(frame.Classes)), updated, previous);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V KeepOthers(in Frame<T> frame, V updated, V previous, nint firstClass, V excluded) =>
        Keep(frame, V.Select(V.IndexEqual(Classes(firstClass), excluded), previous, updated), previous, firstClass);

    /// <inheritdoc/>
    public static V Sum(V partial) => ClassLanes<V, T>.Sum(partial);

    /// <inheritdoc/>
    public static V Max(V partial) => ClassLanes<V, T>.Max(partial);

    /// <inheritdoc/>
    public static V Min(V partial) => ClassLanes<V, T>.Min(partial);

    /// <inheritdoc/>
    public static V LoadScalar(Pointer<T> source) => ClassLanes<V, T>.LoadScalar(source);

    /// <inheritdoc/>
    public static V LoadInteger(Pointer<int> source) => ClassLanes<V, T>.LoadInteger(source);

    /// <inheritdoc/>
    public static V LoadIndex(Pointer<int> source) => ClassLanes<V, T>.LoadIndex(source);

    /// <inheritdoc/>
    public static void StoreScalar(V value, Pointer<T> destination) => ClassLanes<V, T>.StoreScalar(value, destination);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V At(Pointer<T> row, nint offset) => V.Broadcast(row[offset]);

    /// <inheritdoc/>
    public static V AtLabel(in Frame<T> frame, Pointer<T> row, Pointer<int> label) => ClassLanes<V, T>.AtLabel(frame, row, label);

    /// <inheritdoc/>
    public static V SharedAtLabel(ReadOnlySpan<double> row, Pointer<int> label) => ClassLanes<V, T>.SharedAtLabel(row, label);

    /// <inheritdoc/>
    public static V SharedAt(ReadOnlySpan<double> row, nint classIndex) => ClassLanes<V, T>.SharedAt(row, classIndex);

    /// <inheritdoc/>
    public static void StoreAtLabel(in Frame<T> frame, V value, Pointer<T> row, Pointer<int> label) =>
        ClassLanes<V, T>.StoreAtLabel(frame, value, row, label);

    [MethodImpl(Inline)]
    private static int Count(in Frame<T> frame, nint offset) => Math.Min(V.Count, (int)(frame.Classes - offset));
}
