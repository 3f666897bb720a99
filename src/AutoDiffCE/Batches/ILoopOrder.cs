using System.ComponentModel;
using System.Numerics;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// What runs along the lanes of a register: the classes of one row, or the samples of a batch. A pass is written once over it; the
/// just-in-time compiler makes one copy for each order and folds away what an order does not need.
/// </summary>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILoopOrder<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many samples one register of per-sample values stands for.</summary>
    static abstract int SamplesPerStep { get; }

    /// <summary>The whole registers of a row.</summary>
    static abstract Sweep Whole(in Frame<T> frame);

    /// <summary>What <see cref="Whole"/> leaves over: at most one register, part of which is visited.</summary>
    static abstract Sweep Rest(in Frame<T> frame);

    /// <summary>The whole registers of a row, that which holds the label left out.</summary>
    static abstract Sweep WholeWithoutLabel(in Frame<T> frame, Pointer<int> label);

    /// <summary>What <see cref="WholeWithoutLabel"/> leaves over: at most two registers, parts of which are visited.</summary>
    static abstract Sweep RestWithLabel(in Frame<T> frame, Pointer<int> label);

    /// <summary>How many classes further on the next offset of a sweep is.</summary>
    static abstract nint ClassStep(nint step);

    /// <summary>A register of a row.</summary>
    static abstract V Load(in Frame<T> frame, Pointer<T> row, nint offset);

    /// <summary>Writes a register of a row.</summary>
    static abstract void Store(in Frame<T> frame, V value, Pointer<T> row, nint offset);

    /// <summary>A register of a row that the batch shares; all ones where there is no row.</summary>
    static abstract V LoadShared(in Frame<T> frame, ReadOnlySpan<double> row, nint firstClass);

    /// <summary>The classes that a register of a row holds, as indices.</summary>
    static abstract V Classes(nint firstClass);

    /// <summary>What a reduction over all classes carries on with after one register.</summary>
    static abstract V Keep(in Frame<T> frame, V updated, V previous, nint firstClass);

    /// <summary>What a reduction over all classes but one carries on with after one register.</summary>
    static abstract V KeepOthers(in Frame<T> frame, V updated, V previous, nint firstClass, V excluded);

    /// <summary>The total of a reduction, in every lane that belongs to its sample.</summary>
    static abstract V Sum(V partial);

    /// <summary>The largest of a reduction, in every lane that belongs to its sample.</summary>
    static abstract V Max(V partial);

    /// <summary>The smallest of a reduction, in every lane that belongs to its sample.</summary>
    static abstract V Min(V partial);

    /// <summary>A per-sample value.</summary>
    static abstract V LoadScalar(Pointer<T> source);

    /// <summary>A per-sample integer as a number.</summary>
    static abstract V LoadInteger(Pointer<int> source);

    /// <summary>A per-sample integer as an index.</summary>
    static abstract V LoadIndex(Pointer<int> source);

    /// <summary>Writes a per-sample value.</summary>
    static abstract void StoreScalar(V value, Pointer<T> destination);

    /// <summary>The element of a row at one class, the same for all samples.</summary>
    static abstract V At(Pointer<T> row, nint offset);

    /// <summary>The element of a row at its sample's label.</summary>
    static abstract V AtLabel(in Frame<T> frame, Pointer<T> row, Pointer<int> label);

    /// <summary>The element of a shared row at each sample's label; one where there is no row.</summary>
    static abstract V SharedAtLabel(ReadOnlySpan<double> row, Pointer<int> label);

    /// <summary>The element of a shared row at one class; one where there is no row.</summary>
    static abstract V SharedAt(ReadOnlySpan<double> row, nint classIndex);

    /// <summary>Writes the element of a row at its sample's label.</summary>
    static abstract void StoreAtLabel(in Frame<T> frame, V value, Pointer<T> row, Pointer<int> label);
}
