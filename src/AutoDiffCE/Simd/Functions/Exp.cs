using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The exponential function.</summary>
/// <remarks>
/// e^x = 2^n · e^t with n = round(x / ln 2) and t = x − n · ln 2, so |t| ≤ ln 2 / 2. There e^t = 1 + t + t² q(t), where q is the
/// polynomial that minimizes the largest relative error of e^t (Remez exchange in 40 digits, coefficients then rounded).
/// ln 2 is split in two: the leading part has so few bits that its product with n is exact, with or without fused multiply-add.
/// </remarks>
internal static class Exp
{
    /// <summary>e^x for float, within 1.2 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Outside, the result is 0 (e^-104 < 2^-150) or infinite (e^89 > 2^128); the clamp keeps infinity minus infinity from
        // making a NaN of an infinite x. A NaN passes, as the second operand.
        V clamped = V.Min(V.Create(89), V.Max(V.Create(-104), x));

        // Adding 1.5 · 2^23, whose last place is 1, rounds to an integer.
        V shift = V.Create(12582912);
        V n = V.MultiplyAdd(clamped, V.Create(1.44269502), shift) - shift;

        // ln 2 to 15 bits, and what that leaves.
        V t = V.MultiplyAdd(n, V.Create(-0.693145751953125), clamped);
        t = V.MultiplyAdd(n, V.Create(-1.42860677e-6), t);

        // Relative error 2^-27.8 with the rounded coefficients.
        V q = V.MultiplyAdd(V.Create(0.00138144894), t, V.Create(0.00836877897));
        q = V.MultiplyAdd(q, t, V.Create(0.0416683927));
        q = V.MultiplyAdd(q, t, V.Create(0.166665196));
        q = V.MultiplyAdd(q, t, V.Create(0.49999994));
        q = V.MultiplyAdd(q, t, V.Create(1));
        return V.ScaleByHalves(V.MultiplyAdd(q, t, V.Create(1)), n);
    }

    /// <summary>e^x for double, within 1.2 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // As for float: e^-746 < 2^-1075 and e^710 > 2^1024.
        V clamped = V.Min(V.Create(710), V.Max(V.Create(-746), x));

        // 1.5 · 2^52.
        V shift = V.Create(6755399441055744);
        V n = V.MultiplyAdd(clamped, V.Create(1.4426950408889634), shift) - shift;

        // ln 2 to 42 bits, and what that leaves.
        V t = V.MultiplyAdd(n, V.Create(-0.6931471805598903), clamped);
        t = V.MultiplyAdd(n, V.Create(-5.497923018708371e-14), t);

        // Relative error 2^-55.0 with the rounded coefficients.
        V q = V.MultiplyAdd(V.Create(2.4612157008387935e-08), t, V.Create(2.7621060293998827e-07));
        q = V.MultiplyAdd(q, t, V.Create(2.755872661060113e-06));
        q = V.MultiplyAdd(q, t, V.Create(2.4801520134671155e-05));
        q = V.MultiplyAdd(q, t, V.Create(0.00019841268384552854));
        q = V.MultiplyAdd(q, t, V.Create(0.0013888888917177736));
        q = V.MultiplyAdd(q, t, V.Create(0.008333333333905148));
        q = V.MultiplyAdd(q, t, V.Create(0.04166666666662515));
        q = V.MultiplyAdd(q, t, V.Create(0.16666666666665986));
        q = V.MultiplyAdd(q, t, V.Create(0.5000000000000001));
        q = V.MultiplyAdd(q, t, V.Create(1));
        return V.ScaleByHalves(V.MultiplyAdd(q, t, V.Create(1)), n);
    }
}
