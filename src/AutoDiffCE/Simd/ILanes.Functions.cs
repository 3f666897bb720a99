using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd;

/// <content>Functions, which are written over the operations of a register.</content>
public partial interface ILanes<TSelf, T>
{
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

    /// <summary>The logarithm of the gamma function of positive numbers; ∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogGamma(TSelf x) => Functions.LogGamma.Of<TSelf, T>(x);

    /// <summary>The derivative of that; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Digamma(TSelf x) => Functions.Digamma.Of<TSelf, T>(x);

    /// <summary>The second derivative of that; ∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Trigamma(TSelf x) => Functions.Trigamma.Of<TSelf, T>(x);

    /// <summary>The third derivative of that; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf Tetragamma(TSelf x) => Functions.Trigamma.Derivative<TSelf, T>(x);

    /// <summary>The logarithm of the beta function of positive numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf LogBeta(TSelf x, TSelf y) => Functions.LogBeta.Of<TSelf, T>(x, y);

    /// <summary>The derivative of that by x, ψ(x) − ψ(x + y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TSelf DigammaGap(TSelf x, TSelf y) => Functions.LogBeta.Derivative<TSelf, T>(x, y);

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
