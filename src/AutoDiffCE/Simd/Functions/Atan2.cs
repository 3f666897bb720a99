using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The angle of a point.</summary>
/// <remarks>
/// The inverse tangent of the smaller size over the larger one is that of an eighth of the circle; mirrored at the diagonal, and at the axes, it is that of any.
/// </remarks>
internal static class Atan2
{
    // π, and what it is more than π rounded to float and to double.
    private const double Half = 2 * Atan.Quarter, RestOfSingle = 2 * Atan.RestOfSingle, RestOfDouble = 2 * Atan.RestOfDouble;

    /// <summary>The angle of (x, y) for float and double, within 3 units in the last place, with the special cases of IEEE 754 atan2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V y, V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V a = V.Abs(y);
        V b = V.Abs(x);
        V larger = V.Max(a, b);
        V smaller = V.Min(a, b);

        // 0 / 0 is the angle of 0, ∞ / ∞ that of the diagonal.
        V ratio = V.Select(V.Equal(larger, V.Zero), V.Zero, smaller / larger);
        ratio = V.Select(V.Equal(smaller, V.Create(double.PositiveInfinity)), V.Create(1), ratio);
        V angle = V.Atan(ratio);

        bool isSingle = typeof(T) == typeof(float);
        V mirrored = V.Create(Atan.Quarter) + (V.Create(isSingle ? Atan.RestOfSingle : Atan.RestOfDouble) - angle);
        angle = V.Select(V.LessThan(b, a), mirrored, angle);

        // Of −0 as well.
        V isNegative = V.LessThan(V.Or(V.And(x, V.Create(-0.0)), V.Create(1)), V.Zero);
        mirrored = V.Create(Half) + (V.Create(isSingle ? RestOfSingle : RestOfDouble) - angle);
        angle = V.Select(isNegative, mirrored, angle);

        // An extremum passes over a NaN, which the sum does not.
        return V.Select(V.Equal(a + b, a + b), V.Or(angle, V.And(y, V.Create(-0.0))), a + b);
    }
}
