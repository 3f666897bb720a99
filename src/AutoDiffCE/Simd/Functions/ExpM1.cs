using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The exponential function minus one.</summary>
/// <remarks>
/// As in <see cref="Exp"/>, x = n · ln 2 + t, and e^x − 1 = s t + (s − 1) + s t² q(t) with s = 2^n. For n = 0 that is t + t² q(t), to
/// full relative accuracy. q minimizes the largest relative error of e^t − 1 (Remez exchange in 40 digits, coefficients rounded).
/// For n = 1 the terms cancel to a third, so what the rounding of t lost is kept as well. All of it is computed at half its size,
/// since s overflows before e^x does.
/// </remarks>
internal static class ExpM1
{
    /// <summary>e^x − 1 for float, within 1.5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Outside, the result is -1 (e^-20 < 2^-25) or infinite; a NaN passes, as the second operand.
        V clamped = V.Min(V.Create(89), V.Max(V.Create(-20), x));
        V shift = V.Create(12582912);
        V n = V.MultiplyAdd(clamped, V.Create(1.44269502), shift) - shift;

        // ln 2 as in Exp; the remainder is what t lost in rounding.
        V leading = V.MultiplyAdd(n, V.Create(-0.693145751953125), clamped);
        V t = V.MultiplyAdd(n, V.Create(-1.42860677e-6), leading);
        V remainder = V.MultiplyAdd(n, V.Create(-1.42860677e-6), leading - t);

        // Relative error 2^-28.4 with the rounded coefficients.
        V q = V.MultiplyAdd(V.Create(0.000199622547), t, V.Create(0.00139433017));
        q = V.MultiplyAdd(q, t, V.Create(0.00833322015));
        q = V.MultiplyAdd(q, t, V.Create(0.0416663252));
        q = V.MultiplyAdd(q, t, V.Create(0.166666672));
        q = V.MultiplyAdd(q, t, V.Create(0.5));

        V halfPower = V.ScaleByHalves(V.Create(1), n - V.Create(1));
        V linear = V.MultiplyAdd(halfPower, t, halfPower - V.Create(0.5));
        V half = V.MultiplyAdd(halfPower, V.MultiplyAdd(q, t * t, remainder), linear);

        // Below 2^-24 the result rounds to x, and halves of the smallest numbers would be lost.
        return V.Select(V.LessThan(V.Abs(x), V.Create(5.9604644775390625e-8)), x, half + half);
    }

    /// <summary>e^x − 1 for double, within 1.5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // As for float: e^-40 < 2^-54.
        V clamped = V.Min(V.Create(710), V.Max(V.Create(-40), x));
        V shift = V.Create(6755399441055744);
        V n = V.MultiplyAdd(clamped, V.Create(1.4426950408889634), shift) - shift;

        V leading = V.MultiplyAdd(n, V.Create(-0.6931471805598903), clamped);
        V t = V.MultiplyAdd(n, V.Create(-5.497923018708371e-14), leading);
        V remainder = V.MultiplyAdd(n, V.Create(-5.497923018708371e-14), leading - t);

        // Relative error 2^-56.2 with the rounded coefficients.
        V q = V.MultiplyAdd(V.Create(1.7687750116305352e-09), t, V.Create(2.5105286222424784e-08));
        q = V.MultiplyAdd(q, t, V.Create(2.756794562722178e-07));
        q = V.MultiplyAdd(q, t, V.Create(2.7557255240856223e-06));
        q = V.MultiplyAdd(q, t, V.Create(2.4801574493734934e-05));
        q = V.MultiplyAdd(q, t, V.Create(0.00019841269874939217));
        q = V.MultiplyAdd(q, t, V.Create(0.001388888889563208));
        q = V.MultiplyAdd(q, t, V.Create(0.008333333333326105));
        q = V.MultiplyAdd(q, t, V.Create(0.04166666666665219));
        q = V.MultiplyAdd(q, t, V.Create(0.1666666666666667));
        q = V.MultiplyAdd(q, t, V.Create(0.5));

        V halfPower = V.ScaleByHalves(V.Create(1), n - V.Create(1));
        V linear = V.MultiplyAdd(halfPower, t, halfPower - V.Create(0.5));
        V half = V.MultiplyAdd(halfPower, V.MultiplyAdd(q, t * t, remainder), linear);

        // 2^-53.
        return V.Select(V.LessThan(V.Abs(x), V.Create(1.1102230246251565e-16)), x, half + half);
    }
}
