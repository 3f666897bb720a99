using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The error function, 2/√π ∫₀ˣ e^−t² dt.</summary>
/// <remarks>
/// With y = |x|: below 1, erf y = y + y p(y²), where y p is at most a sixth of the result. Above, erf y = 1 − e^−y² g(q) / (y + k) with
/// q = (y − k) / (y + k); the second term is at most 0.16, so that the roundings in it count little, and that of y² too. p and g minimize
/// the largest relative error of erf (Remez exchange in 40 digits, coefficients rounded); g approximates (y + k) e^y² erfc y.
/// </remarks>
internal static class Erf
{
    /// <summary>erf x for float, within 1.4 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V near = V.MultiplyAdd(RestSingle<V, T>(y * y), y, y);

        // From 4 on the result rounds to 1; a NaN passes, as the second operand.
        V bounded = V.Min(V.Create(4), y);
        V t = V.Create(1) / (bounded + V.Create(2));
        V q = (bounded - V.Create(2)) * t;

        // Error 2^-29.4 of erf.
        V g = V.MultiplyAdd(V.Create(-0.0254406203), q, V.Create(-0.0374281481));
        g = V.MultiplyAdd(g, q, V.Create(0.279377431));
        g = V.MultiplyAdd(g, q, V.Create(-0.687161207));
        g = V.MultiplyAdd(g, q, V.Create(1.02158296));
        V far = V.Create(1) - V.Exp(-(bounded * bounded)) * (g * t);
        return V.Or(V.Select(V.LessThan(y, V.Create(1)), near, far), V.And(x, V.Create(-0.0)));
    }

    /// <summary>erf x for double, within 1.8 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V near = V.MultiplyAdd(RestDouble<V, T>(y * y), y, y);

        // From 6 on the result rounds to 1; a NaN passes, as the second operand.
        V bounded = V.Min(V.Create(6), y);
        V t = V.Create(1) / (bounded + V.Create(3));
        V q = (bounded - V.Create(3)) * t;

        // Error 2^-53.9 of erf.
        V g = V.MultiplyAdd(V.Create(-3.790363018644113e-05), q, V.Create(-0.0004883875779833227));
        g = V.MultiplyAdd(g, q, V.Create(-0.0007173273695148103));
        g = V.MultiplyAdd(g, q, V.Create(0.0029496570356888764));
        g = V.MultiplyAdd(g, q, V.Create(-0.001239909709345383));
        g = V.MultiplyAdd(g, q, V.Create(-0.026833075650830904));
        g = V.MultiplyAdd(g, q, V.Create(0.11952698373570086));
        g = V.MultiplyAdd(g, q, V.Create(-0.3104673197556022));
        g = V.MultiplyAdd(g, q, V.Create(0.5902283555329392));
        g = V.MultiplyAdd(g, q, V.Create(-0.8833944531203142));
        g = V.MultiplyAdd(g, q, V.Create(1.0740069070909293));
        V far = V.Create(1) - V.Exp(-(bounded * bounded)) * (g * t);
        return V.Or(V.Select(V.LessThan(y, V.Create(1)), near, far), V.And(x, V.Create(-0.0)));
    }

    /// <summary>erf y / y − 1 for float and 0 ≤ y ≤ 1, from y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RestSingle<V, T>(V square)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative error 2^-29.4 of erf with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(7.85384982e-05), square, V.Create(-0.000801020244));
        p = V.MultiplyAdd(p, square, V.Create(0.00518833054));
        p = V.MultiplyAdd(p, square, V.Create(-0.0268538147));
        p = V.MultiplyAdd(p, square, V.Create(0.112835854));
        p = V.MultiplyAdd(p, square, V.Create(-0.37612626));
        p = V.MultiplyAdd(p, square, V.Create(0.128379166));
        return p;
    }

    /// <summary>erf y / y − 1 for double and 0 ≤ y ≤ 1, from y².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RestDouble<V, T>(V square)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative error 2^-56.9 of erf with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-7.779462971761597e-10), square, V.Create(1.3710988704190523e-08));
        p = V.MultiplyAdd(p, square, V.Create(-1.6206318752969208e-07));
        p = V.MultiplyAdd(p, square, V.Create(1.6447132699786621e-06));
        p = V.MultiplyAdd(p, square, V.Create(-1.4924712439534814e-05));
        p = V.MultiplyAdd(p, square, V.Create(0.0001205529358693695));
        p = V.MultiplyAdd(p, square, V.Create(-0.0008548325929766244));
        p = V.MultiplyAdd(p, square, V.Create(0.005223977606130842));
        p = V.MultiplyAdd(p, square, V.Create(-0.026866170643113415));
        p = V.MultiplyAdd(p, square, V.Create(0.112837916709442));
        p = V.MultiplyAdd(p, square, V.Create(-0.3761263890318352));
        p = V.MultiplyAdd(p, square, V.Create(0.12837916709551256));
        return p;
    }
}
