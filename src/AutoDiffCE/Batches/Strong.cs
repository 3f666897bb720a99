using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>
/// Operations that give a definite answer where plain arithmetic gives NaN, for the rules of the project: a weight of zero is a strong zero, a softmax
/// over nothing is zero. In double for what a batch shares, in registers for kernels.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Strong
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // 2^−126: what is smaller has fewer than 24 digits.
    private const double SmallestSingle = 1.0 / (1UL << 63) / (1UL << 63);

    // Below 8, half a unit in the last place is 2^−22. So much is lost where x is narrowed, and as much again where it is added to what is no larger: e^x is
    // off by up to 2^−21, relatively, four to eight units in its last place, and by twice as much for each further power of two.
    private const double LargestTermOfSingle = 8;

    /// <summary>Whether float holds a number with all of its digits: it is 0, or neither too small nor too large. ∞ and NaN are the same in any precision.</summary>
    public static bool FitsSingle(double x) => x == 0 || !double.IsFinite(x) || Math.Abs(x) is >= SmallestSingle and <= float.MaxValue;

    /// <summary>Whether an exponent in float keeps its digits where a number is added to it: the number is below 8. ∞ and NaN have no digits to take.</summary>
    public static bool FitsTermOfSingle(double x) => !double.IsFinite(x) || Math.Abs(x) < LargestTermOfSingle;

    /// <summary>weight · value, and 0 for a weight of 0 whatever the value is.</summary>
    public static double Product(double weight, double value) => weight == 0 ? 0 : weight * value;

    /// <summary>numerator / denominator, and 0 for 0 / 0.</summary>
    public static double QuotientOrZero(double numerator, double denominator) =>
        numerator == 0 && denominator == 0 ? 0 : numerator / denominator;

    /// <summary>weight · x / y, and 0 for 0 / 0; what is divided first is chosen so that nothing on the way is out of range where the result is not.</summary>
    public static double WeightedQuotient(double weight, double x, double y)
    {
        bool isWeightFirst = Math.Abs(weight) < Math.Abs(x) == Math.Abs(y) < 1;
        return isWeightFirst ? QuotientOrZero(weight, y) * x : QuotientOrZero(x, y) * weight;
    }

    /// <summary>A product, and zero where it is NaN and the factor is 0: a zero that is NaN where an input is not finite.</summary>
    public static double ProductOrZero(double factor, double product, double zero) => factor == 0 && double.IsNaN(product) ? zero : product;

    /// <summary>0, and NaN where x is infinite or NaN.</summary>
    public static double ZeroIfFinite(double x) => x * 0;

    /// <summary>x^p − 1, to full relative accuracy where the power is almost 1.</summary>
    public static double PowM1(double x, double p) => ScalarMath.PowM1(x, p);

    /// <summary>The density of the normal distribution over its distribution function.</summary>
    public static double InverseMills(double x) => ScalarMath.InverseMills(x);

    /// <summary>The third derivative of the logarithm of the gamma function.</summary>
    public static double Tetragamma(double x) => ScalarMath.Tetragamma(x);

    /// <summary>ψ(a) − ψ(a + b).</summary>
    public static double DigammaGap(double a, double b) => ScalarMath.DigammaGap(a, b);

    /// <summary>log(1 + e^x) − t x.</summary>
    public static double SoftplusMinusMultiple(double x, double t) => ScalarMath.SoftplusMinusMultiple(x, t);

    /// <summary>0, and NaN where x is NaN.</summary>
    public static double ZeroUnlessNaN(double x) => double.IsNaN(x) ? x : 0;

    /// <summary>x, and the largest number at ∞.</summary>
    public static double Saturated(double x) => Math.Min(x, double.MaxValue);

    /// <summary>x, and NaN at ∞: ∞ − ∞ must not become a number by way of a rewrite.</summary>
    public static double BelowInfinity(double x) => double.IsPositiveInfinity(x) ? double.NaN : x;

    /// <summary>x, and 0 at −∞: what exponentials are shifted by.</summary>
    public static double Pivot(double x) => double.IsNegativeInfinity(x) ? 0 : x;

    /// <summary>1 / x, and 0 at 0.</summary>
    public static double ReciprocalOrZero(double x) => x == 0 ? 0 : 1 / x;

    /// <summary>
    /// sum − 1, with all the digits it has where the sum is 1 and smaller terms: then it is these. Where it has more than one 1, or none, there is
    /// nothing to be lost.
    /// </summary>
    public static double Tail(double smaller, double sum) => Math.Abs(sum - smaller - 1) < 0.5 ? smaller : sum - 1;

    /// <summary>The larger of two; NaN where either is NaN.</summary>
    [MethodImpl(Inline)]
    public static V Max<V, T>(V x, V y)
        where V : struct, ILanes<V, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, x), V.Max(x, y), x);

    /// <summary>The smaller of two; NaN where either is NaN.</summary>
    [MethodImpl(Inline)]
    public static V Min<V, T>(V x, V y)
        where V : struct, ILanes<V, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, x), V.Min(x, y), x);

    /// <summary>weight · value, and 0 for a weight of 0 whatever the value is.</summary>
    [MethodImpl(Inline)]
    public static V Product<V, T>(V weight, V value)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(weight, V.Zero), V.Zero, weight * value);

    /// <summary>numerator / denominator, and 0 for 0 / 0.</summary>
    [MethodImpl(Inline)]
    public static V QuotientOrZero<V, T>(V numerator, V denominator)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.And(V.Equal(numerator, V.Zero), V.Equal(denominator, V.Zero)), V.Zero, numerator / denominator);

    // A divisor below 1 makes larger, and the smaller factor has room for that; one above 1 makes smaller, and the larger has. Then both meet in between.
    /// <summary>weight · x / y, and 0 for 0 / 0; nothing on the way is out of range where the result is not.</summary>
    [MethodImpl(Inline)]
    public static V WeightedQuotient<V, T>(V weight, V x, V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V isWeightSmaller = V.LessThan(V.Abs(weight), V.Abs(x));
        V smaller = V.Select(isWeightSmaller, weight, x), larger = V.Select(isWeightSmaller, x, weight);
        V growsByDivision = V.LessThan(V.Abs(y), V.Create(1));
        return QuotientOrZero<V, T>(V.Select(growsByDivision, smaller, larger), y) * V.Select(growsByDivision, larger, smaller);
    }

    /// <summary>A product, and zero where it is NaN and the factor is 0.</summary>
    [MethodImpl(Inline)]
    public static V ProductOrZero<V, T>(V factor, V product, V zero)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.And(V.Equal(factor, V.Zero), V.Not(V.Equal(product, product))), zero, product);

    /// <summary>0, and NaN where x is infinite or NaN.</summary>
    [MethodImpl(Inline)]
    public static V ZeroIfFinite<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * V.Zero;

    /// <summary>0, and NaN where x is NaN.</summary>
    [MethodImpl(Inline)]
    public static V ZeroUnlessNaN<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, x), V.Zero, x);

    /// <summary>x, and the largest number at ∞.</summary>
    [MethodImpl(Inline)]
    public static V Saturated<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Min(V.Create(typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue), x);

    /// <summary>x, and NaN at ∞.</summary>
    [MethodImpl(Inline)]
    public static V BelowInfinity<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, V.Create(double.PositiveInfinity)), V.Create(double.NaN), x);

    /// <summary>x, and 0 at −∞.</summary>
    [MethodImpl(Inline)]
    public static V Pivot<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, V.Create(double.NegativeInfinity)), V.Zero, x);

    /// <summary>1 / x, and 0 at 0.</summary>
    [MethodImpl(Inline)]
    public static V ReciprocalOrZero<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.Equal(x, V.Zero), V.Zero, V.Create(1) / x);

    /// <summary>sum − 1, with all its digits where the sum is 1 and smaller terms.</summary>
    [MethodImpl(Inline)]
    public static V Tail<V, T>(V smaller, V sum)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.LessThan(V.Abs(sum - smaller - V.Create(1)), V.Create(0.5)), smaller, sum - V.Create(1));
}
