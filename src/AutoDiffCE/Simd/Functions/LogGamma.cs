using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The logarithm of the gamma function of positive numbers.</summary>
/// <remarks>
/// Below 4.25, x = 2 + n + d with a whole n and d from −¾ to ½, which is exact: log Γ(x) is log Γ(2 + d) and the logarithms of the factors between. Its roots 1 and
/// 2 have all digits of the distance: near 1 it is log Γ(2 + d) − log(1 + d), a half of which cancels. From 4.25 on it is Stirling's
/// (x − 1/2) (log x − 1) + (log 2π − 1)/2, and what that leaves. Out of line, so that a pass with it stays small.
/// </remarks>
internal static class LogGamma
{
    // (log 2π − 1)/2
    private const double Constant = 0.41893853320467274;

    /// <summary>log Γ(x) for float and double, within 4 units in the last place; ∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Create(1);
        V two = V.Create(2);

        // A NaN passes, as the second operand.
        V bounded = V.Max(V.Zero, V.Min(V.Create(GammaPolynomials.Far), x));
        V n = V.Round(bounded - two);
        n = V.Select(V.LessThan(V.Create(1.25), bounded), V.Max(V.Zero, n), n);
        V d = bounded - (n + two);

        // x (x + 1), x, 1, x − 1 and (x − 1) (x − 2) for n from −2 to 2.
        V below = bounded * V.Select(V.LessThan(n, V.Create(-1)), bounded + one, one);
        V above = (bounded - one) * V.Select(V.LessThan(one, n), bounded - two, one);
        V factors = V.Select(V.LessThan(n, V.Zero), below, V.Select(V.LessThan(V.Zero, n), above, one));

        V isFar = V.LessThanOrEqual(V.Create(GammaPolynomials.Far), x);
        V logarithm = V.Log(V.Select(isFar, x, factors));
        V signed = V.Select(V.LessThan(n, V.Zero), -logarithm, logarithm);
        V near = V.MultiplyAdd(GammaPolynomials.LogGammaNearTwo<V, T>(d), d, signed);
        V far = V.MultiplyAdd(x - V.Create(0.5), logarithm - one, V.Create(Constant) + Rest<V, T>(x));
        return V.Select(V.LessThan(x, V.Zero), V.Create(double.NaN), V.Select(isFar, far, near));
    }

    /// <summary>What log Γ(x) is above Stirling's expansion, for x of at least 2.5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Rest<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V inverse = V.Create(1) / x;
        return inverse * GammaPolynomials.StirlingRest<V, T>(inverse * inverse);
    }
}
