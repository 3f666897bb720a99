using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The natural logarithm.</summary>
/// <remarks>
/// x = 2^e · (1 + f) with 1 + f between √½ and √2, and log x = e · ln 2 + log(1 + f). ln 2 is split in two; the product of its leading
/// part with e is exact. The coefficients minimize the largest relative error of log(1 + f) (Remez exchange in 40 digits, rounded).
/// </remarks>
internal static class Log
{
    /// <summary>log x for float, within 1 unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V mantissa = Decompose<V, T>(x, out V exponent);
        return Finish<V, T>(x, CombineSingle<V, T>(exponent, mantissa - V.Create(1), V.Zero));
    }

    /// <summary>log x for double, within 1 unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V mantissa = Decompose<V, T>(x, out V exponent);
        return Finish<V, T>(x, CombineDouble<V, T>(exponent, mantissa - V.Create(1), V.Zero));
    }

    /// <summary>Splits a positive finite number in a mantissa between √½ and √2 and a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Decompose<V, T>(V x, out V exponent)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V floor = V.Exponent(x);
        V mantissa = V.ScaleByHalves(x, -floor);
        V upper = V.LessThan(V.Create(1.4142135623730951), mantissa);
        exponent = floor + V.And(upper, V.Create(1));
        return V.Select(upper, mantissa * V.Create(0.5), mantissa);
    }

    /// <summary>exponent · ln 2 + log(1 + fraction) + correction for float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V CombineSingle<V, T>(V exponent, V fraction, V correction)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // log(1 + f) = f - f^2 / 2 + f^3 p(f), relative error 2^-27.2 with the rounded coefficients.
        V f = fraction;
        V p = V.MultiplyAdd(V.Create(-0.0763460323), f, V.Create(0.127615318));
        p = V.MultiplyAdd(p, f, V.Create(-0.131601229));
        p = V.MultiplyAdd(p, f, V.Create(0.142017618));
        p = V.MultiplyAdd(p, f, V.Create(-0.166233644));
        p = V.MultiplyAdd(p, f, V.Create(0.200012267));
        p = V.MultiplyAdd(p, f, V.Create(-0.250008196));
        p = V.MultiplyAdd(p, f, V.Create(0.333333313));

        // From the smallest term to the largest. ln 2 to 15 bits, and what that leaves.
        V square = f * f;
        V sum = V.MultiplyAdd(exponent, V.Create(1.42860677e-6), correction);
        sum = V.MultiplyAdd(p, square * f, sum);
        sum = V.MultiplyAdd(square, V.Create(-0.5), sum);
        return V.MultiplyAdd(exponent, V.Create(0.693145751953125), f + sum);
    }

    /// <summary>exponent · ln 2 + log(1 + fraction) + correction for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V CombineDouble<V, T>(V exponent, V fraction, V correction)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // With s = f / (2 + f), log(1 + f) = log((1 + s) / (1 - s)) = 2 s + s r, where r = s^2 p(s^2) takes a third of the terms that a
        // polynomial in f would. 2 s = f - f^2 / 2 + s f^2 / 2 then lets the exact f stand first, as rounding wants it.
        // Relative error 2^-58.9 with the rounded coefficients.
        V f = fraction;
        V s = f / (f + V.Create(2));
        V w = s * s;
        V p = V.MultiplyAdd(V.Create(0.1479595251366304), w, V.Create(0.1531405018675985));
        p = V.MultiplyAdd(p, w, V.Create(0.18183564344896047));
        p = V.MultiplyAdd(p, w, V.Create(0.22222198572703034));
        p = V.MultiplyAdd(p, w, V.Create(0.2857142874239397));
        p = V.MultiplyAdd(p, w, V.Create(0.39999999999414637));
        p = V.MultiplyAdd(p, w, V.Create(0.6666666666666734));

        // From the smallest term to the largest. ln 2 to 42 bits, and what that leaves.
        V halfSquare = V.Create(0.5) * f * f;
        V sum = V.MultiplyAdd(exponent, V.Create(5.497923018708371e-14), correction);
        sum = V.MultiplyAdd(s, V.MultiplyAdd(w, p, halfSquare), sum) - halfSquare;
        return V.MultiplyAdd(exponent, V.Create(0.6931471805598903), f + sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finish<V, T>(V x, V logarithm)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V regular = V.And(V.LessThan(V.Zero, x), V.LessThan(x, V.Create(double.PositiveInfinity)));

        // Infinity and NaN are their own logarithms.
        V special = V.Select(V.LessThan(x, V.Zero), V.Create(double.NaN), x);
        special = V.Select(V.Equal(x, V.Zero), V.Create(double.NegativeInfinity), special);
        return V.Select(regular, logarithm, special);
    }
}
