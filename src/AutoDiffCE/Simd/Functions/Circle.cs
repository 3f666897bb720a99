using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>What sine, cosine and tangent share: the quarter of the circle that an angle ends in, and the functions of what is left of it.</summary>
/// <remarks>
/// |x| = n · π/2 + r with |r| ≤ π/4. π/2 is a sum of parts of so few bits that their products with n are exact (up to 2^13 with 11 bits in float, up to 2^20
/// with 33 bits in double), with or without fused multiply-add, and of a last one. What the differences lose in rounding is kept, since r may be as small as 2^−27
/// in float and 2^−60 in double: with that, it is known to more bits than it has.
/// The polynomials minimize the largest relative error (Remez exchange in 40 digits, coefficients rounded).
/// </remarks>
internal static class Circle
{
    private const double LargestSingle = 8192, LargestDouble = 1048576;

    private const int MaxLanes = 16;

    /// <summary>Reduces an angle.</summary>
    /// <param name="y">The angle, at least 0.</param>
    /// <param name="quarters">How many quarters of the circle it is beyond r.</param>
    /// <param name="rest">What the rounding of r lost.</param>
    /// <returns>r, where the angle is not large.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce<V, T>(V y, out V quarters, out V rest)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V n = V.Round(y * V.Create(0.6366197723675814));
        quarters = n;
        V second, third, fourth, r;
        if (typeof(T) == typeof(float))
        {
            // Both differences are exact: multiples of 2^-24 that are below 1, or of the last place of y where that is more, and below 4.
            r = V.MultiplyAdd(n, V.Create(-1.5703125), y);
            r = V.MultiplyAdd(n, V.Create(-0.000483751297), r);
            second = V.Create(7.54953362e-08);
            third = V.Create(2.56328292e-12);
            fourth = V.Create(6.123234e-17);
        }
        else
        {
            // Exact: a multiple of 2^-53, or of the last place of y where that is more, and below 1.
            r = V.MultiplyAdd(n, V.Create(-1.5707963267341256), y);
            second = V.Create(6.077100506303966e-11);
            third = V.Create(2.0222662487111665e-21);
            fourth = V.Create(8.4784276603689e-32);
        }

        // Each difference, and what it loses: where r cancels to less than what is taken from it, the difference is exact.
        V product = n * second;
        V once = r - product;
        rest = r - once - product;
        product = n * third;
        V twice = once - product;
        rest = rest + (once - twice - product) - n * fourth;

        V reduced = twice + rest;
        rest = twice - reduced + rest;
        return reduced;
    }

    /// <summary>sin(r + rest) for |r| ≤ π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine<V, T>(V r, V rest)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative errors 2^-28.0 and 2^-56.4 with the rounded coefficients.
        V square = r * r;
        V p;
        if (typeof(T) == typeof(float))
        {
            p = V.MultiplyAdd(V.Create(2.71812155e-06), square, V.Create(-0.000198393129));
            p = V.MultiplyAdd(p, square, V.Create(0.00833332911));
            p = V.MultiplyAdd(p, square, V.Create(-0.166666672));
        }
        else
        {
            p = V.MultiplyAdd(V.Create(1.5896229621865627e-10), square, V.Create(-2.505074775470294e-08));
            p = V.MultiplyAdd(p, square, V.Create(2.7557313621343964e-06));
            p = V.MultiplyAdd(p, square, V.Create(-0.00019841269829589468));
            p = V.MultiplyAdd(p, square, V.Create(0.008333333333322118));
            p = V.MultiplyAdd(p, square, V.Create(-0.1666666666666663));
        }
        return r + V.MultiplyAdd(p, square * r, V.MultiplyAdd(V.Create(-0.5) * square, rest, rest));
    }

    /// <summary>cos(r + rest) for |r| ≤ π/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine<V, T>(V r, V rest)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative errors 2^-32.4 and 2^-59.7 with the rounded coefficients; 1 − r²/2 is a sum of two numbers.
        V square = r * r;
        V q;
        if (typeof(T) == typeof(float))
        {
            q = V.MultiplyAdd(V.Create(2.44331568e-05), square, V.Create(-0.00138873165));
            q = V.MultiplyAdd(q, square, V.Create(0.0416666456));
        }
        else
        {
            q = V.MultiplyAdd(V.Create(-1.1358536110561878e-11), square, V.Create(2.087570083449414e-09));
            q = V.MultiplyAdd(q, square, V.Create(-2.755731417924636e-07));
            q = V.MultiplyAdd(q, square, V.Create(2.480158728885155e-05));
            q = V.MultiplyAdd(q, square, V.Create(-0.0013888888888873056));
            q = V.MultiplyAdd(q, square, V.Create(0.041666666666666595));
        }
        V half = V.Create(0.5) * square;
        V first = V.Create(1) - half;
        return first + (V.Create(1) - first - half + V.MultiplyAdd(q, square * square, -(r * rest)));
    }

    /// <summary>Whether all angles of a register are below what <see cref="Reduce"/> is for, up to NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSmall<V, T>(V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Max(V.Max(y, V.Zero)) <= T.CreateTruncating(typeof(T) == typeof(float) ? LargestSingle : LargestDouble);

    /// <summary>The values of small angles, and those of large ones lane by lane through the scalar function, which has all digits of π that they need.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V WithLarge<V, T>(V x, V small, Func<double, double> function)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> lanes = stackalloc T[MaxLanes];
        V.Store(x, ref lanes[0]);
        for (int i = 0; i < V.Count; i++) lanes[i] = T.CreateTruncating(function(double.CreateTruncating(lanes[i])));
        V isSmall = V.LessThanOrEqual(V.Abs(x), V.Create(typeof(T) == typeof(float) ? LargestSingle : LargestDouble));
        return V.Select(isSmall, small, V.Load(ref lanes[0]));
    }
}
