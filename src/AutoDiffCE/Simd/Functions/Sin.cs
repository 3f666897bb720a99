using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The sine.</summary>
/// <remarks>|x| = n · π/2 + r, and sin x is one of ±sin r and ±cos r: see <see cref="Circle"/>.</remarks>
internal static class Sin
{
    /// <summary>sin x for float and double, within 1 unit in the last place; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V r = Circle.Reduce<V, T>(y, out V quarters, out V rest);
        V sine = Circle.Sine<V, T>(r, rest);
        V cosine = Circle.Cosine<V, T>(r, rest);

        // From quarter to quarter: sin r, cos r, −sin r, −cos r. The third may be −2, and the last is −1.
        V quarter = V.MultiplyAdd(V.Round(quarters * V.Create(0.25)), V.Create(-4), quarters);
        V isOdd = V.Equal(V.Abs(quarter), V.Create(1));
        V isNegative = V.Or(V.LessThan(quarter, V.Zero), V.Equal(quarter, V.Create(2)));
        V sign = V.Xor(V.And(isNegative, V.Create(-0.0)), V.And(x, V.Create(-0.0)));
        V value = V.Xor(V.Select(isOdd, cosine, sine), sign);
        return Circle.AreSmall<V, T>(y) ? value : Circle.WithLarge<V, T>(x, value, Math.Sin);
    }
}
