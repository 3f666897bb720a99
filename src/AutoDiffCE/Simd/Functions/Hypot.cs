using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>√(x² + y²).</summary>
/// <remarks>With m the larger size and r the smaller one over it, m √(1 + r²): no square overflows, and the larger one does not underflow.</remarks>
internal static class Hypot
{
    /// <summary>√(x² + y²) for float and double, within 2 units in the last place; ∞ where either is infinite, whatever the other is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x, V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V a = V.Abs(x);
        V b = V.Abs(y);
        V infinity = V.Create(double.PositiveInfinity);
        V larger = V.Max(a, b);
        V ratio = V.Min(a, b) / larger;
        V hypotenuse = larger * V.Sqrt(V.MultiplyAdd(ratio, ratio, V.Create(1)));

        // 0 / 0; and an extremum passes over a NaN, which the sum does not.
        hypotenuse = V.Select(V.Equal(larger, V.Zero), larger, hypotenuse);
        hypotenuse = V.Select(V.Equal(a + b, a + b), hypotenuse, a + b);
        return V.Select(V.Or(V.Equal(a, infinity), V.Equal(b, infinity)), infinity, hypotenuse);
    }
}
