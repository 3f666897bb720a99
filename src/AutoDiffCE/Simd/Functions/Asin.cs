using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The inverse of the sine.</summary>
/// <remarks>asin x = atan(x / √((1 − x) (1 + x))): nothing cancels, since 1 − |x| is exact where it is small, and the quotient is infinite at ±1.</remarks>
internal static class Asin
{
    /// <summary>asin x for float and double, within 3.5 units in the last place; NaN beyond ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Atan(x / V.Sqrt((V.Create(1) - x) * (V.Create(1) + x)));
}
