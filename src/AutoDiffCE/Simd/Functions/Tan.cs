using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The tangent.</summary>
/// <remarks>|x| = n · π/2 + r, and tan x is sin r / cos r or −cos r / sin r: see <see cref="Circle"/>.</remarks>
internal static class Tan
{
    /// <summary>tan x for float and double, within 2.5 units in the last place; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V r = Circle.Reduce<V, T>(y, out V quarters, out V rest);
        V sine = Circle.Sine<V, T>(r, rest);
        V cosine = Circle.Cosine<V, T>(r, rest);

        // tan r in an even quarter, −1 / tan r in an odd one.
        V isOdd = V.NotEqual(V.Round(quarters * V.Create(0.5)) + V.Round(quarters * V.Create(0.5)), quarters);
        V quotient = V.Select(isOdd, -cosine, sine) / V.Select(isOdd, sine, cosine);
        V value = V.Xor(quotient, V.And(x, V.Create(-0.0)));
        return Circle.AreSmall<V, T>(y) ? value : Circle.WithLarge<V, T>(x, value, Math.Tan);
    }
}
