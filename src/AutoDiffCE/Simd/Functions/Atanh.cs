using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The inverse of the hyperbolic tangent.</summary>
/// <remarks>With y = |x|, atanh y = ½ log((1 + y) / (1 − y)) = ½ log(1 + 2y / (1 − y)): infinite at 1, NaN beyond, and 2y / 1 is exact for the smallest y.</remarks>
internal static class Atanh
{
    /// <summary>atanh x for float and double, within 3 units in the last place; ±∞ at ±1, NaN beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V half = V.LogP1((y + y) / (V.Create(1) - y)) * V.Create(0.5);
        return V.Or(half, V.And(x, V.Create(-0.0)));
    }
}
