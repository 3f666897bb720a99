using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The normal distribution: density, distribution function, its logarithm, and the slope of that.</summary>
/// <remarks>
/// With y = |x|: below 1, Φ(x) = ½ + x p(y²). Above, Φ(−y) = e^(−y²/2) g(q) / (y + 4) with q = (y − 4) / (y + 4), where g approximates (y + 4) e^(y²/2) Φ(−y).
/// Without the exponential, that quotient is what logarithm and slope are made of far out, where Φ itself is 0. p and g minimize the largest relative error of
/// Φ(−y) (Remez exchange in 45 digits, coefficients rounded).
/// </remarks>
internal static class Normal
{
    private const double Height = 0.3989422804014327, Near = 1, Shift = 4;

    // From here on e^(−y²/2) rounds to 0.
    private const double LargestSingle = 14.5, LargestDouble = 39;

    /// <summary>e^(−x²/2)/√(2π) for float and double, within 3 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Pdf<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Create(Height) * Bell<V, T>(V.Abs(x));

    /// <summary>Φ(x) for float and double, within 5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cdf<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V tail = Bell<V, T>(y) * (Numerator<V, T>(y, out V sum) / sum);
        V far = V.Select(V.LessThan(x, V.Zero), tail, V.Create(1) - tail);
        return V.Select(V.LessThan(y, V.Create(Near)), V.MultiplyAdd(Slope<V, T>(y), x, V.Create(0.5)), far);
    }

    /// <summary>log Φ(x) for float and double, within 5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogCdf<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // log(1 − Φ(−x)) above 0. Below, the logarithm of Φ(x), and far out that of the quotient, to which the exponent is added.
        V y = V.Abs(x);
        V quotient = Numerator<V, T>(y, out V sum) / sum;
        V isNear = V.LessThan(y, V.Create(Near));
        V near = V.MultiplyAdd(Slope<V, T>(y), -y, V.Create(0.5));
        V above = V.LogP1(-V.Select(isNear, near, Bell<V, T>(y) * quotient));
        V below = V.Log(V.Select(isNear, near, quotient)) - V.Select(isNear, V.Zero, V.Create(0.5) * y * y);
        return V.Select(V.LessThan(V.Zero, x), above, below);
    }

    /// <summary>The density over Φ(x) for float and double, within 5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V InverseMills<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V numerator = Numerator<V, T>(y, out V sum);
        V bell = Bell<V, T>(y);
        V isNear = V.LessThan(y, V.Create(Near));
        V cdf = V.Select(isNear, V.MultiplyAdd(Slope<V, T>(y), x, V.Create(0.5)), V.Create(1) - bell * (numerator / sum));

        // Far below 0, the exponentials cancel.
        V hasCdf = V.Or(isNear, V.LessThan(V.Zero, x));
        return V.Create(Height) * V.Select(hasCdf, bell, sum) / V.Select(hasCdf, cdf, numerator);
    }

    // (Φ(y) − ½) / y for y up to 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Slope<V, T>(V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V square = y * y;
        if (typeof(T) == typeof(float))
        {
            // Relative error 2^-25.8 of Φ(−y).
            V q = V.MultiplyAdd(V.Create(-7.478019e-06), square, V.Create(0.000112997885));
            q = V.MultiplyAdd(q, square, V.Create(-0.0011858369));
            q = V.MultiplyAdd(q, square, V.Create(0.009973106));
            q = V.MultiplyAdd(q, square, V.Create(-0.06649034));
            return V.MultiplyAdd(q, square, V.Create(0.3989423));
        }

        // Relative error 2^-54.6 of Φ(−y).
        V p = V.MultiplyAdd(V.Create(4.017430744675097e-12), square, V.Create(-1.1034421595930233e-10));
        p = V.MultiplyAdd(p, square, V.Create(2.26974010755593e-09));
        p = V.MultiplyAdd(p, square, V.Create(-4.1223258447910805e-08));
        p = V.MultiplyAdd(p, square, V.Create(6.659673321233435e-07));
        p = V.MultiplyAdd(p, square, V.Create(-9.444655473487489e-06));
        p = V.MultiplyAdd(p, square, V.Create(0.00011543468741908381));
        p = V.MultiplyAdd(p, square, V.Create(-0.0011873282154502213));
        p = V.MultiplyAdd(p, square, V.Create(0.009973557010033239));
        p = V.MultiplyAdd(p, square, V.Create(-0.06649038006690537));
        return V.MultiplyAdd(p, square, V.Create(0.3989422804014327));
    }

    // e^(−y²/2). What y² loses in rounding is computed exactly, and given back: see Erfc.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bell<V, T>(V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isSingle = typeof(T) == typeof(float);

        // A NaN passes, as the second operand; 2^12 + 1 and 2^27 + 1 split y into halves whose squares are exact.
        V bounded = V.Min(V.Create(isSingle ? LargestSingle : LargestDouble), y);
        V square = bounded * bounded;
        V shifted = bounded * V.Create(isSingle ? 4097 : 134217729);
        V top = shifted - (shifted - bounded);
        V remainder = (top * top - square) + (bounded - top) * (bounded + top);
        V exponential = V.Exp(V.Create(-0.5) * square);
        return exponential - exponential * (V.Create(0.5) * remainder);
    }

    // g(q), and y + 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Numerator<V, T>(V y, out V sum)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // q = 1 − 8 / (y + 4), at infinity, too.
        sum = y + V.Create(Shift);
        V q = V.Create(1) - V.Create(2 * Shift) / sum;
        return typeof(T) == typeof(float) ? NumeratorSingle<V, T>(q) : NumeratorDouble<V, T>(q);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NumeratorSingle<V, T>(V q)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative error 2^-25.5 with the rounded coefficients.
        V g = V.MultiplyAdd(V.Create(4.6098106e-05), q, V.Create(-0.00022713802));
        g = V.MultiplyAdd(g, q, V.Create(9.4272575e-05));
        g = V.MultiplyAdd(g, q, V.Create(0.0016428117));
        g = V.MultiplyAdd(g, q, V.Create(-0.003468854));
        g = V.MultiplyAdd(g, q, V.Create(-0.007544928));
        g = V.MultiplyAdd(g, q, V.Create(0.060395382));
        g = V.MultiplyAdd(g, q, V.Create(-0.18652123));
        g = V.MultiplyAdd(g, q, V.Create(0.3871374));
        g = V.MultiplyAdd(g, q, V.Create(-0.6078967));
        return V.MultiplyAdd(g, q, V.Create(0.75528514));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NumeratorDouble<V, T>(V q)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative error 2^-54.6 with the rounded coefficients.
        V g = V.MultiplyAdd(V.Create(1.8842407681541283e-09), q, V.Create(-6.997135754574039e-09));
        g = V.MultiplyAdd(g, q, V.Create(-1.9668882164911713e-09));
        g = V.MultiplyAdd(g, q, V.Create(2.9432755837363137e-08));
        g = V.MultiplyAdd(g, q, V.Create(1.4740080707550517e-08));
        g = V.MultiplyAdd(g, q, V.Create(-9.463869412626608e-08));
        g = V.MultiplyAdd(g, q, V.Create(-1.542757980802481e-07));
        g = V.MultiplyAdd(g, q, V.Create(2.766937674252927e-07));
        g = V.MultiplyAdd(g, q, V.Create(1.0207298556246248e-06));
        g = V.MultiplyAdd(g, q, V.Create(-6.31305167027033e-07));
        g = V.MultiplyAdd(g, q, V.Create(-5.919842760507575e-06));
        g = V.MultiplyAdd(g, q, V.Create(7.17007949439562e-07));
        g = V.MultiplyAdd(g, q, V.Create(3.514461428358597e-05));
        g = V.MultiplyAdd(g, q, V.Create(-1.9083055257663777e-06));
        g = V.MultiplyAdd(g, q, V.Create(-0.00023109492597386708));
        g = V.MultiplyAdd(g, q, V.Create(0.00013334431650162404));
        g = V.MultiplyAdd(g, q, V.Create(0.0016308184568809834));
        g = V.MultiplyAdd(g, q, V.Create(-0.0034796923676033253));
        g = V.MultiplyAdd(g, q, V.Create(-0.007540188966694503));
        g = V.MultiplyAdd(g, q, V.Create(0.06039657489094202));
        g = V.MultiplyAdd(g, q, V.Create(-0.18652185795965803));
        g = V.MultiplyAdd(g, q, V.Create(0.3871374007422144));
        g = V.MultiplyAdd(g, q, V.Create(-0.6078966419718921));
        return V.MultiplyAdd(g, q, V.Create(0.7552851304157515));
    }
}
