using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>
/// With y = |x|: below 0.55, where tanh is a half, tanh y = y + y³ p(y²), with the p that minimizes the largest relative error (Remez
/// exchange in 40 digits, coefficients rounded). Above, tanh y = 1 − 2 / (e^2y + 1), whose second term is at most a half, so that the
/// roundings in it count half or less.
/// </remarks>
internal static class Tanh
{
    private const double Crossover = 0.55;

    /// <summary>tanh x for float, within 1.6 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V square = y * y;

        // Relative error 2^-27.8 with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-0.00627427083), square, V.Create(0.0210717004));
        p = V.MultiplyAdd(p, square, V.Create(-0.053852316));
        p = V.MultiplyAdd(p, square, V.Create(0.13332586));
        p = V.MultiplyAdd(p, square, V.Create(-0.333333164));
        V near = V.MultiplyAdd(p, square * y, y);

        V far = V.Create(1) - V.Create(2) / (V.Exp(y + y) + V.Create(1));
        return V.Or(V.Select(V.LessThan(y, V.Create(Crossover)), near, far), V.And(x, V.Create(-0.0)));
    }

    /// <summary>tanh x for double, within 1.6 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V square = y * y;

        // Relative error 2^-58.5 with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(-1.9494738786758315e-05), square, V.Create(8.331652277186376e-05));
        p = V.MultiplyAdd(p, square, V.Create(-0.000233381611838787));
        p = V.MultiplyAdd(p, square, V.Create(0.0005884445018605765));
        p = V.MultiplyAdd(p, square, V.Create(-0.0014555428488407405));
        p = V.MultiplyAdd(p, square, V.Create(0.003592092030792075));
        p = V.MultiplyAdd(p, square, V.Create(-0.008863232601462854));
        p = V.MultiplyAdd(p, square, V.Create(0.021869488385856204));
        p = V.MultiplyAdd(p, square, V.Create(-0.053968253963760586));
        p = V.MultiplyAdd(p, square, V.Create(0.13333333333326622));
        p = V.MultiplyAdd(p, square, V.Create(-0.333333333333333));
        V near = V.MultiplyAdd(p, square * y, y);

        V far = V.Create(1) - V.Create(2) / (V.Exp(y + y) + V.Create(1));
        return V.Or(V.Select(V.LessThan(y, V.Create(Crossover)), near, far), V.And(x, V.Create(-0.0)));
    }
}
