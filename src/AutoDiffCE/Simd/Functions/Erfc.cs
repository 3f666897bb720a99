using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The complement of the error function, 1 − erf x, to full relative accuracy where it is small.</summary>
/// <remarks>
/// With y = |x|: below 1/2, 1 − erf x cancels nothing. Above, erfc y = e^−y² g(q) / (y + 3) with q = (y − 3) / (y + 3), and erfc(−y) = 2 − erfc y.
/// g approximates (y + 3) e^y² erfc y and minimizes the largest relative error (Remez exchange in 40 digits, coefficients rounded).
/// y² rounds by up to half a unit in its last place, which the exponential would multiply by y²: what was lost, r, is
/// computed exactly and given back as e^−r = 1 − r. That needs no fused multiply-add.
/// </remarks>
internal static class Erfc
{
    /// <summary>erfc x for float, within 5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V near = V.Create(1) - V.MultiplyAdd(Erf.RestSingle<V, T>(x * x), x, x);

        // From 10.2 on erfc y rounds to 0; a NaN passes, as the second operand.
        V bounded = V.Min(V.Create(10.2), y);
        V t = V.Create(1) / (bounded + V.Create(3));
        V q = (bounded - V.Create(3)) * t;

        // Relative error 2^-28.8.
        V g = V.MultiplyAdd(V.Create(-0.000325316418), q, V.Create(-0.000483153795));
        g = V.MultiplyAdd(g, q, V.Create(0.00308032101));
        g = V.MultiplyAdd(g, q, V.Create(-0.00122644613));
        g = V.MultiplyAdd(g, q, V.Create(-0.0268398263));
        g = V.MultiplyAdd(g, q, V.Create(0.119529068));
        g = V.MultiplyAdd(g, q, V.Create(-0.310466021));
        g = V.MultiplyAdd(g, q, V.Create(0.590228319));
        g = V.MultiplyAdd(g, q, V.Create(-0.88339448));
        g = V.MultiplyAdd(g, q, V.Create(1.07400692));

        // 2^12 + 1 splits y into halves whose squares are exact.
        V square = bounded * bounded;
        V shifted = bounded * V.Create(4097);
        V top = shifted - (shifted - bounded);
        V remainder = (top * top - square) + (bounded - top) * (bounded + top);
        V exponential = V.Exp(-square);
        V far = (exponential - exponential * remainder) * (g * t);

        V reflected = V.Select(V.LessThan(x, V.Zero), V.Create(2) - far, far);
        return V.Select(V.LessThan(y, V.Create(0.5)), near, reflected);
    }

    /// <summary>erfc x for double, within 6 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V near = V.Create(1) - V.MultiplyAdd(Erf.RestDouble<V, T>(x * x), x, x);

        // From 27.3 on erfc y rounds to 0; a NaN passes, as the second operand.
        V bounded = V.Min(V.Create(27.3), y);
        V t = V.Create(1) / (bounded + V.Create(3));
        V q = (bounded - V.Create(3)) * t;

        // Relative error 2^-57.0.
        V g = V.MultiplyAdd(V.Create(-1.412346694799344e-09), q, V.Create(-6.011336576208161e-09));
        g = V.MultiplyAdd(g, q, V.Create(1.915999554448517e-09));
        g = V.MultiplyAdd(g, q, V.Create(4.749220823452966e-08));
        g = V.MultiplyAdd(g, q, V.Create(4.069587722701204e-08));
        g = V.MultiplyAdd(g, q, V.Create(-2.3117118547601577e-07));
        g = V.MultiplyAdd(g, q, V.Create(-4.027301542016542e-07));
        g = V.MultiplyAdd(g, q, V.Create(9.977675354614372e-07));
        g = V.MultiplyAdd(g, q, V.Create(2.762299229693744e-06));
        g = V.MultiplyAdd(g, q, V.Create(-4.74886219173541e-06));
        g = V.MultiplyAdd(g, q, V.Create(-1.746941237263677e-05));
        g = V.MultiplyAdd(g, q, V.Create(3.0398079407182882e-05));
        g = V.MultiplyAdd(g, q, V.Create(0.00010756121374155082));
        g = V.MultiplyAdd(g, q, V.Create(-0.00027677783168264855));
        g = V.MultiplyAdd(g, q, V.Create(-0.0005483096520049475));
        g = V.MultiplyAdd(g, q, V.Create(0.0030340619993224865));
        g = V.MultiplyAdd(g, q, V.Create(-0.0012124166305494813));
        g = V.MultiplyAdd(g, q, V.Create(-0.026827234624327963));
        g = V.MultiplyAdd(g, q, V.Create(0.11952776128743282));
        g = V.MultiplyAdd(g, q, V.Create(-0.31046726190057333));
        g = V.MultiplyAdd(g, q, V.Create(0.5902283571040995));
        g = V.MultiplyAdd(g, q, V.Create(-0.8833944531698835));
        g = V.MultiplyAdd(g, q, V.Create(1.0740069070883398));

        // 2^27 + 1 splits y into halves whose squares are exact.
        V square = bounded * bounded;
        V shifted = bounded * V.Create(134217729);
        V top = shifted - (shifted - bounded);
        V remainder = (top * top - square) + (bounded - top) * (bounded + top);
        V exponential = V.Exp(-square);
        V far = (exponential - exponential * remainder) * (g * t);

        V reflected = V.Select(V.LessThan(x, V.Zero), V.Create(2) - far, far);
        return V.Select(V.LessThan(y, V.Create(0.5)), near, reflected);
    }
}
