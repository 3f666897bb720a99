using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd;

/// <summary>
/// One register of numbers. A kernel is written once over this interface; the just-in-time compiler makes one copy of it for each
/// register width (512, 256, 128 bits, one lane) and for each of float and double.
/// </summary>
/// <remarks>
/// A mask is a register whose lanes have all bits set (true) or none (false). Class indices are 32-bit integers (64-bit beside
/// double) kept in the bits of a register, so that they are exact whatever T is.
/// </remarks>
/// <typeparam name="TSelf">The register.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Lanes in the register.</summary>
    static abstract int Count { get; }

    /// <summary>Zero in every lane.</summary>
    static virtual TSelf Zero => default;

    /// <summary>The value, rounded to T, in every lane.</summary>
    static abstract TSelf Create(double value);

    /// <summary>The value in every lane.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>Lane k is the k-th element from source on.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>The first count elements from source on; the other lanes are zero, and their memory is not touched.</summary>
    static abstract TSelf LoadPartial(ref readonly T source, int count);

    /// <summary>Lane k is the k-th double from source on, rounded to T: how a row shared by the batch is read.</summary>
    static abstract TSelf LoadDoubles(ref readonly double source);

    /// <summary>As <see cref="LoadDoubles"/>, the first count elements only; the other lanes are zero.</summary>
    static abstract TSelf LoadDoublesPartial(ref readonly double source, int count);

    /// <summary>Lane k is the k-th integer from source on, as a number.</summary>
    static abstract TSelf LoadIntegers(ref readonly int source);

    /// <summary>Writes every lane.</summary>
    static abstract void Store(TSelf value, ref T destination);

    /// <summary>Writes the first count lanes only.</summary>
    static abstract void StorePartial(TSelf value, ref T destination, int count);

    /// <summary>The first lane.</summary>
    static abstract T First(TSelf value);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The sign flipped, of zero and NaN too.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>left · right + addend, rounded once where the machine can, twice elsewhere.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger; the second operand where either is NaN, so that a NaN in the second operand survives.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller; the second operand where either is NaN, so that a NaN in the second operand survives.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The nearest integer, halves to even.</summary>
    static abstract TSelf Round(TSelf value);

    /// <summary>value · 2^exponent for an integral exponent of any size: underflow is gradual, overflow is infinite.</summary>
    static abstract TSelf Scale(TSelf value, TSelf exponent);

    /// <summary>
    /// As <see cref="Scale"/>, in fewer instructions on machines without one for it, where half the exponent is that of a normal
    /// number and takes the value to a normal number or an exact one, such as any exponent of interest and a value near 1.
    /// </summary>
    static abstract TSelf ScaleByHalves(TSelf value, TSelf exponent);

    /// <summary>The integer e with 2^e ≤ value &lt; 2^(e+1), for positive finite values, subnormal ones included.</summary>
    static abstract TSelf Exponent(TSelf value);

    /// <summary>Mask of left &lt; right; false where either is NaN.</summary>
    static abstract TSelf LessThan(TSelf left, TSelf right);

    /// <summary>Mask of left ≤ right; false where either is NaN.</summary>
    static abstract TSelf LessThanOrEqual(TSelf left, TSelf right);

    /// <summary>Mask of left = right; false where either is NaN.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>Mask of left ≠ right; true where either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf NotEqual(TSelf left, TSelf right) => TSelf.Not(TSelf.Equal(left, right));

    /// <summary>Bitwise and.</summary>
    static abstract TSelf And(TSelf left, TSelf right);

    /// <summary>Bitwise or.</summary>
    static abstract TSelf Or(TSelf left, TSelf right);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract TSelf Xor(TSelf left, TSelf right);

    /// <summary>Bitwise not.</summary>
    static abstract TSelf Not(TSelf value);

    /// <summary>whenTrue in the lanes whose mask is set, whenFalse elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>The sum of all lanes, in a tree whose shape depends only on the width.</summary>
    static abstract T Sum(TSelf value);

    /// <summary>The largest lane; NaN lanes may be passed over.</summary>
    static abstract T Max(TSelf value);

    /// <summary>The smallest lane; NaN lanes may be passed over.</summary>
    static abstract T Min(TSelf value);

    /// <summary>The index in every lane.</summary>
    static abstract TSelf CreateIndex(int index);

    /// <summary>Lane k is the index first + k.</summary>
    static abstract TSelf CreateIndices(int first);

    /// <summary>Lane k is the k-th index from source on.</summary>
    static abstract TSelf LoadIndices(ref readonly int source);

    /// <summary>Mask of equal indices.</summary>
    static abstract TSelf IndexEqual(TSelf left, TSelf right);

    /// <summary>Mask of left &lt; right between indices, signed.</summary>
    static abstract TSelf IndexLessThan(TSelf left, TSelf right);

    /// <summary>Indices as numbers.</summary>
    static abstract TSelf IndexToNumber(TSelf index);
}
