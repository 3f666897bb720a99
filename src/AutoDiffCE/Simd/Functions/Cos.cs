using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The cosine.</summary>
/// <remarks>|x| = n · π/2 + r, and cos x is one of ±cos r and ±sin r: see <see cref="Circle"/>.</remarks>
internal static class Cos
{
    /// <summary>cos x for float and double, within 1 unit in the last place; NaN at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V r = Circle.Reduce<V, T>(y, out V quarters, out V rest);
        V sine = Circle.Sine<V, T>(r, rest);
        V cosine = Circle.Cosine<V, T>(r, rest);

        // The sine of a quarter more: as in Sin.
        quarters = quarters + V.Create(1);
        V quarter = V.MultiplyAdd(V.Round(quarters * V.Create(0.25)), V.Create(-4), quarters);
        V isOdd = V.Equal(V.Abs(quarter), V.Create(1));
        V isNegative = V.Or(V.LessThan(quarter, V.Zero), V.Equal(quarter, V.Create(2)));
        V value = V.Xor(V.Select(isOdd, cosine, sine), V.And(isNegative, V.Create(-0.0)));
        return Circle.AreSmall<V, T>(y) ? value : Circle.WithLarge<V, T>(x, value, Math.Cos);
    }
}
