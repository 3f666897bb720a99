using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The natural logarithm of one plus x.</summary>
/// <remarks>
/// 1 + x rounded is u, and c = x − (u − 1) is what the rounding lost, so that log(1 + x) = log u + c / u up to (c / u)². As in
/// <see cref="Log"/>, u = 2^e · (1 + f); where e = 0, f is x itself and nothing was lost.
/// </remarks>
internal static class LogP1
{
    /// <summary>log(1 + x) for float, within 1 unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V fraction = Decompose<V, T>(x, out V exponent, out V correction);
        return Finish<V, T>(x, Log.CombineSingle<V, T>(exponent, fraction, correction));
    }

    /// <summary>log(1 + x) for double, within 1 unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V fraction = Decompose<V, T>(x, out V exponent, out V correction);
        return Finish<V, T>(x, Log.CombineDouble<V, T>(exponent, fraction, correction));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Decompose<V, T>(V x, out V exponent, out V correction)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V rounded = V.Create(1) + x;
        V lost = x - (rounded - V.Create(1));
        V mantissa = Log.Decompose<V, T>(rounded, out exponent);
        V scaled = V.NotEqual(exponent, V.Zero);

        // c / u = c 2^-e / m. The correction is two units in the last place at most, so 1 / m may be 6 % off: between the square roots of
        // 1/2 and 2 the chord of 1 / m is 3 / sqrt(2) - m, at most 9/8 times too large, and 16/17 of it errs equally to both sides.
        V reciprocal = V.MultiplyAdd(mantissa, V.Create(-16.0 / 17), V.Create(16.0 / 17 * 2.1213203435596424));
        correction = V.And(scaled, V.ScaleByHalves(lost, -exponent) * reciprocal);
        return V.Select(scaled, mantissa - V.Create(1), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finish<V, T>(V x, V logarithm)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V regular = V.And(V.LessThan(V.Create(-1), x), V.LessThan(x, V.Create(double.PositiveInfinity)));

        // Infinity, NaN and zero of either sign are their own results.
        regular = V.And(regular, V.NotEqual(x, V.Zero));
        V special = V.Select(V.LessThan(x, V.Create(-1)), V.Create(double.NaN), x);
        special = V.Select(V.Equal(x, V.Create(-1)), V.Create(double.NegativeInfinity), special);
        return V.Select(regular, logarithm, special);
    }
}
