using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The inverse of the hyperbolic cosine.</summary>
/// <remarks>
/// With t = x − 1, acosh x = log(x + √(x² − 1)) = log(1 + t + √t √(x + 1)), in which nothing cancels, near 1 neither: t is exact there. Below 1, √t is NaN.
/// From 2^60 on it is log(1 + x) + log 2, up to 2^−60 in x.
/// </remarks>
internal static class Acosh
{
    private const double Far = 1152921504606846976;

    /// <summary>acosh x for float and double, within 3 units in the last place; NaN below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V above = x - V.Create(1);
        V near = V.MultiplyAdd(V.Sqrt(above), V.Sqrt(x + V.Create(1)), above);

        V isFar = V.LessThan(V.Create(Far), x);
        return V.LogP1(V.Select(isFar, x, near)) + V.And(isFar, V.Create(0.6931471805599453));
    }
}
