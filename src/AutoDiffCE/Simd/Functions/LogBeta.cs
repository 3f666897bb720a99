using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The logarithm of the beta function of positive numbers, and its derivative.</summary>
/// <remarks>
/// log Γ(p) + log Γ(q) − log Γ(p + q) with p ≤ q. Where the larger one is from 2.5 on, large terms of Stirling's expansion cancel before anything is rounded:
/// log Γ(q) − log Γ(p + q) = p − p log(p + q) − (q − ½) log(1 + p/q) and a small rest; and where both are, all that is left of all three is
/// ½ log 2π − ½ log q − (p − ½) log(1 + q/p) − q log(1 + p/q).
/// Out of line, so that a pass with one of them stays small.
/// </remarks>
internal static class LogBeta
{
    private const double HalfLogOfTwoPi = 0.91893853320467274, Start = 2.5;

    // Of a pair of numbers whose smaller one is up to 4.25.
    private const int Steps = 5;

    /// <summary>
    /// log B(a, b) for float and double, within 4 units in the last place of the largest term; ∞ where either is 0, −∞ where one is ∞, NaN where one is negative.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V, T>(V a, V b)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V start = V.Create(Start);
        V half = V.Create(0.5);
        V infinity = V.Create(double.PositiveInfinity);
        V p = V.Min(a, b);
        V q = V.Max(a, b);
        V sum = a + b;
        V isFar = V.LessThanOrEqual(start, p);
        V isHalfFar = V.LessThanOrEqual(start, q);

        // The small rests of those that are far.
        V rest = LogGamma.Rest<V, T>(q) - LogGamma.Rest<V, T>(sum);
        V excess = V.LogP1(p / q);
        V far = V.Create(HalfLogOfTwoPi) + (rest + LogGamma.Rest<V, T>(p));
        far = far - half * V.Log(q) - (p - half) * V.LogP1(q / p) - q * excess;

        V gamma = V.LogGamma(p);
        V halfFar = gamma + (p * (V.Create(1) - V.Log(sum)) - (q - half) * excess + rest);

        // Beside the root 2, what the sum lost in rounding is as large as what is left.
        V lost = p - (sum - q);
        V near = gamma + (V.LogGamma(q) - V.MultiplyAdd(V.Digamma(sum), lost, V.LogGamma(sum)));

        V value = V.Select(isFar, far, V.Select(isHalfFar, halfFar, near));
        V atEnds = V.Select(V.Equal(q, infinity), -infinity, V.Select(V.Equal(p, V.Zero), infinity, value));

        // The extrema pass over a NaN, which the sum does not; and 0 and ∞ have no value together.
        V isOpen = V.And(V.Equal(p, V.Zero), V.Equal(q, infinity));
        V isOutside = V.Or(V.LessThan(p, V.Zero), V.Or(isOpen, V.NotEqual(sum, sum)));
        return V.Select(isOutside, V.Create(double.NaN), atEnds);
    }

    /// <summary>
    /// ψ(a) − ψ(a + b), the derivative by a, for positive numbers in float and double, within 5 units in the last place: nothing cancels, however close the two are.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Derivative<V, T>(V a, V b)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // 1/a − 1/(a + b) = b/(a + b)/a, for as many steps as it takes.
        V one = V.Create(1);
        V x = a;
        V y = a + b;
        V isInfinite = V.Equal(b, V.Create(double.PositiveInfinity));
        V steps = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            V isNear = V.LessThan(x, V.Create(GammaPolynomials.Far));
            steps += V.And(isNear, V.Select(isInfinite, one, b / y) / x);
            x += V.And(isNear, one);
            y += V.And(isNear, one);
        }

        // log(1 + b/x) + (1/x − 1/y)/2 + u r(u) − v r(v) with u = 1/x² and v = 1/y², where u − v = (1/x − 1/y) (1/x + 1/y).
        V inverse = one / x;
        V other = one / y;
        V gap = V.Select(isInfinite, one, b / y) * inverse;
        V rest = V.MultiplyAdd(inverse + other, Divided<V, T>(inverse * inverse, other * other), V.Create(0.5));
        V value = -(steps + V.MultiplyAdd(gap, rest, V.LogP1(b / x)));
        V isOutside = V.Or(V.LessThan(a, V.Zero), V.LessThan(b, V.Zero));
        return V.Select(isOutside, V.Create(double.NaN), value);
    }

    // (u r(u) − v r(v))/(u − v) for the r of DigammaRest, by Horner's scheme for divided differences.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Divided<V, T>(V u, V v)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) return DividedSingle<V, T>(u, v);
        V r = V.MultiplyAdd(V.Create(-2.8098249150035812), u, V.Create(1.3188988741844723));
        V d = V.Create(-2.8098249150035812);
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(-0.3474198858144611));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(0.0795961419315496));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(-0.020993092146142214));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(0.007573992209116461));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(-0.004166646868452429));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(0.003968253838553886));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(-0.008333333332907611));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(0.08333333333333284));
        return V.MultiplyAdd(d, v, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DividedSingle<V, T>(V u, V v)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V r = V.MultiplyAdd(V.Create(-0.0033216167), u, V.Create(0.003930287));
        V d = V.Create(-0.0033216167);
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(-0.008332609));
        d = V.MultiplyAdd(d, v, r);
        r = V.MultiplyAdd(r, u, V.Create(0.08333333));
        return V.MultiplyAdd(d, v, r);
    }
}
