using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The cube root.</summary>
/// <remarks>
/// With y = |x|: c = e^(log(y) / 3) is off by 2^−17 of itself in float and by 2^−44 in double, as a third of the largest logarithm says; a step of Newton's
/// iteration, c − (c − y / c²) / 3, squares that, and nothing in it is out of range.
/// </remarks>
internal static class Cbrt
{
    /// <summary>∛x for float and double, within 1 unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V third = V.Create(0.33333333333333333);
        V c = V.Exp(V.Log(y) * third);
        c = V.MultiplyAdd(y / (c * c) - c, third, c);

        // Zero, infinity and NaN are their own roots.
        V regular = V.And(V.LessThan(V.Zero, y), V.LessThan(y, V.Create(double.PositiveInfinity)));
        return V.Select(regular, V.Or(c, V.And(x, V.Create(-0.0))), x);
    }
}
