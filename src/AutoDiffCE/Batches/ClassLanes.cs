using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>The classes of one row along the lanes, whole registers only. Per-sample values stand in every lane.</summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ClassLanes<V, T> : ILoopOrder<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int SamplesPerStep => 1;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep Whole(in Frame<T> frame) => new(0, WholeEnd(frame), V.Count, -1);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep Rest(in Frame<T> frame) => new(WholeEnd(frame), frame.Classes, V.Count, -1);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep WholeWithoutLabel(in Frame<T> frame, Pointer<int> label) => new(0, WholeEnd(frame), V.Count, RegisterOf(label[0]));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Sweep RestWithLabel(in Frame<T> frame, Pointer<int> label)
    {
        nint hole = RegisterOf(label[0]);
        nint end = WholeEnd(frame);
        if (hole >= end)
            return new Sweep(end, frame.Classes, V.Count, -1);
        // the register of the label, then the last one, if there is one
        return end < frame.Classes ? new Sweep(hole, end + 1, end - hole, -1) : new Sweep(hole, hole + 1, 1, -1);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static nint ClassStep(nint step) => step;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Load(in Frame<T> frame, Pointer<T> row, nint offset) => V.Load(ref row[offset]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(in Frame<T> frame, V value, Pointer<T> row, nint offset) => V.Store(value, ref row[offset]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadShared(in Frame<T> frame, ReadOnlySpan<double> row, nint firstClass) =>
        row.IsEmpty ? V.Create(1) : V.LoadDoubles(ref Unsafe.Add(ref MemoryMarshal.GetReference(row), firstClass));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Classes(nint firstClass) => V.CreateIndices((int)firstClass);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Keep(in Frame<T> frame, V updated, V previous, nint firstClass) => updated;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V KeepOthers(in Frame<T> frame, V updated, V previous, nint firstClass, V excluded) => updated;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Sum(V partial) => V.Broadcast(V.Sum(partial));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Max(V partial) => V.Broadcast(V.Max(partial));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V Min(V partial) => V.Broadcast(V.Min(partial));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadScalar(Pointer<T> source) => V.Broadcast(source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadInteger(Pointer<int> source) => V.Create(source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V LoadIndex(Pointer<int> source) => V.CreateIndex(source[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreScalar(V value, Pointer<T> destination) => destination[0] = V.First(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V At(Pointer<T> row, nint offset) => V.Broadcast(row[offset]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V AtLabel(in Frame<T> frame, Pointer<T> row, Pointer<int> label) => V.Broadcast(row[label[0]]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V SharedAtLabel(ReadOnlySpan<double> row, Pointer<int> label) => SharedAt(row, label[0]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static V SharedAt(ReadOnlySpan<double> row, nint classIndex) =>
        V.Create(row.IsEmpty ? 1 : Unsafe.Add(ref MemoryMarshal.GetReference(row), classIndex));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreAtLabel(in Frame<T> frame, V value, Pointer<T> row, Pointer<int> label) => row[label[0]] = V.First(value);

    [MethodImpl(Inline)]
    private static nint WholeEnd(in Frame<T> frame) => frame.Classes & -V.Count;

    [MethodImpl(Inline)]
    private static nint RegisterOf(int label) => label & -V.Count;
}
