using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The inverse of the hyperbolic sine.</summary>
/// <remarks>
/// With y = |x|, asinh y = log(y + √(1 + y²)) = log(1 + y + y² / (1 + √(1 + y²))), in which nothing cancels. From 2^60 on, where y² may overflow, it is
/// log(1 + y) + log 2, up to 2^−60 in y.
/// </remarks>
internal static class Asinh
{
    private const double Far = 1152921504606846976;

    /// <summary>asinh x for float and double, within 3 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V square = y * y;
        V near = y + square / (V.Create(1) + V.Sqrt(V.Create(1) + square));

        V isFar = V.LessThan(V.Create(Far), y);
        V logarithm = V.LogP1(V.Select(isFar, y, near)) + V.And(isFar, V.Create(0.6931471805599453));
        return V.Or(logarithm, V.And(x, V.Create(-0.0)));
    }
}
