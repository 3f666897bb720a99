using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The hyperbolic sine.</summary>
/// <remarks>
/// With y = |x|: up to 1.25, sinh y = y + y³ p(y²), with the p that minimizes the largest relative error (Remez exchange in 40 digits, coefficients rounded).
/// Above, where the second term is less than a tenth of the first, e/2 h − 1/(2e) / h with h = e^(y − 1), which is in range wherever the result is.
/// </remarks>
internal static class Sinh
{
    private const double Crossover = 1.25;

    /// <summary>sinh x for float, within 3 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V square = y * y;

        // Relative error 2^-29.5 with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(2.85154124e-06), square, V.Create(0.00019828818));
        p = V.MultiplyAdd(p, square, V.Create(0.00833339617));
        p = V.MultiplyAdd(p, square, V.Create(0.166666657));
        return Finish<V, T>(x, y, V.MultiplyAdd(p, square * y, y));
    }

    /// <summary>sinh x for double, within 3 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V square = y * y;

        // Relative error 2^-57.8 with the rounded coefficients.
        V p = V.MultiplyAdd(V.Create(7.821725696554299e-13), square, V.Create(1.605469079866152e-10));
        p = V.MultiplyAdd(p, square, V.Create(2.5052164456768546e-08));
        p = V.MultiplyAdd(p, square, V.Create(2.7557318828114253e-06));
        p = V.MultiplyAdd(p, square, V.Create(0.00019841269842760316));
        p = V.MultiplyAdd(p, square, V.Create(0.008333333333330683));
        p = V.MultiplyAdd(p, square, V.Create(0.16666666666666682));
        return Finish<V, T>(x, y, V.MultiplyAdd(p, square * y, y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finish<V, T>(V x, V y, V near)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // h is at least 1/e; where it is infinite, the second term is 0.
        V h = V.Exp(y - V.Create(1));
        V far = V.MultiplyAdd(h, V.Create(1.3591409142295225), V.Create(-0.18393972058572117) / h);
        return V.Or(V.Select(V.LessThanOrEqual(y, V.Create(Crossover)), near, far), V.And(x, V.Create(-0.0)));
    }
}
