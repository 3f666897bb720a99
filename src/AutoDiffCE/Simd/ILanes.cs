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
public interface ILanes<TSelf, T>
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

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Exp(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Exp.Single<TSelf, T>(x) : Functions.Exp.Double<TSelf, T>(x);

    /// <summary>e^x − 1, to full relative accuracy near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf ExpM1(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.ExpM1.Single<TSelf, T>(x) : Functions.ExpM1.Double<TSelf, T>(x);

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Log(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Log.Single<TSelf, T>(x) : Functions.Log.Double<TSelf, T>(x);

    /// <summary>log(1 + x), to full relative accuracy near 0; −∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogP1(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.LogP1.Single<TSelf, T>(x) : Functions.LogP1.Double<TSelf, T>(x);

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Tanh(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Tanh.Single<TSelf, T>(x) : Functions.Tanh.Double<TSelf, T>(x);

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Erf(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Erf.Single<TSelf, T>(x) : Functions.Erf.Double<TSelf, T>(x);

    /// <summary>1 − erf x, to full relative accuracy where it is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Erfc(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Erfc.Single<TSelf, T>(x) : Functions.Erfc.Double<TSelf, T>(x);

    /// <summary>The density of the normal distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf NormalPdf(TSelf x) => Functions.Normal.Pdf<TSelf, T>(x);

    /// <summary>The distribution function of the normal distribution, to full relative accuracy where it is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf NormalCdf(TSelf x) => Functions.Normal.Cdf<TSelf, T>(x);

    /// <summary>The logarithm of the distribution function of the normal distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogNormalCdf(TSelf x) => Functions.Normal.LogCdf<TSelf, T>(x);

    /// <summary>The density of the normal distribution over its distribution function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf InverseMills(TSelf x) => Functions.Normal.InverseMills<TSelf, T>(x);

    /// <summary>2^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Exp2(TSelf x) => Functions.Exp2.Of<TSelf, T>(x);

    /// <summary>The hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Sinh(TSelf x) =>
        typeof(T) == typeof(float) ? Functions.Sinh.Single<TSelf, T>(x) : Functions.Sinh.Double<TSelf, T>(x);

    /// <summary>The hyperbolic cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Cosh(TSelf x) => Functions.Cosh.Of<TSelf, T>(x);

    /// <summary>The inverse of the hyperbolic sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Asinh(TSelf x) => Functions.Asinh.Of<TSelf, T>(x);

    /// <summary>The inverse of the hyperbolic cosine; NaN below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Acosh(TSelf x) => Functions.Acosh.Of<TSelf, T>(x);

    /// <summary>The inverse of the hyperbolic tangent; ±∞ at ±1, NaN beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Atanh(TSelf x) => Functions.Atanh.Of<TSelf, T>(x);

    /// <summary>The sine; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Sin(TSelf x) => Functions.Sin.Of<TSelf, T>(x);

    /// <summary>The cosine; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Cos(TSelf x) => Functions.Cos.Of<TSelf, T>(x);

    /// <summary>The tangent; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Tan(TSelf x) => Functions.Tan.Of<TSelf, T>(x);

    /// <summary>The inverse of the tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Atan(TSelf x) => Functions.Atan.Of<TSelf, T>(x);

    /// <summary>The inverse of the sine; NaN beyond ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Asin(TSelf x) => Functions.Asin.Of<TSelf, T>(x);

    /// <summary>The inverse of the cosine; NaN beyond ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Acos(TSelf x) => Functions.Acos.Of<TSelf, T>(x);

    /// <summary>The cube root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Cbrt(TSelf x) => Functions.Cbrt.Of<TSelf, T>(x);

    /// <summary>√(x² + y²), without overflow of the squares; ∞ where either is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Hypot(TSelf x, TSelf y) => Functions.Hypot.Of<TSelf, T>(x, y);

    /// <summary>The angle of the point (x, y), with the special cases of IEEE 754 atan2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Atan2(TSelf y, TSelf x) => Functions.Atan2.Of<TSelf, T>(y, x);

    /// <summary>⌊x⌋.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Floor(TSelf x) => Functions.Floor.Of<TSelf, T>(x);

    /// <summary>⌈x⌉.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Ceiling(TSelf x) => -TSelf.Floor(-x);

    /// <summary>x without its fraction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Truncate(TSelf x) => TSelf.Or(TSelf.Floor(TSelf.Abs(x)), TSelf.And(x, TSelf.Create(-0.0)));

    /// <summary>x^y with the special cases of IEEE 754 pow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Pow(TSelf x, TSelf y) => Functions.Pow.Of<TSelf, T>(x, y);
}
