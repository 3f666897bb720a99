using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The inverse of the tangent.</summary>
/// <remarks>
/// With y = |x|: beyond tan 3π/8, atan y = π/2 + atan(−1 / y); from tan π/8 on, atan y = π/4 + atan((y − 1) / (y + 1)). In either case, and below, z is at most
/// tan π/8 in size, and atan z = z + z³ p(z²), with the p that minimizes the largest relative error (Remez exchange in 40 digits, coefficients rounded).
/// </remarks>
internal static class Atan
{
    // tan π/8 and tan 3π/8.
    private const double Crossover = 0.41421356237309503, SecondCrossover = 2.414213562373095;

    // π/2, and what it is more than π/2 rounded to float and to double.
    public const double Quarter = 1.5707963267948966, RestOfSingle = -4.371139e-08, RestOfDouble = 6.123233995736766e-17;

    /// <summary>atan x for float and double, within 2.5 units in the last place; ±π/2 at infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V y = V.Abs(x);
        V isFar = V.LessThan(V.Create(SecondCrossover), y);
        V isBetween = V.LessThan(V.Create(Crossover), y);
        V numerator = V.Select(isFar, V.Create(-1), V.Select(isBetween, y - V.Create(1), y));
        V z = numerator / V.Select(isFar, y, V.Select(isBetween, y + V.Create(1), V.Create(1)));
        V square = z * z;

        // Relative errors 2^-28.3 and 2^-57.6 with the rounded coefficients.
        V p;
        if (typeof(T) == typeof(float))
        {
            p = V.MultiplyAdd(V.Create(-0.0607820675), square, V.Create(0.105938077));
            p = V.MultiplyAdd(p, square, V.Create(-0.142435327));
            p = V.MultiplyAdd(p, square, V.Create(0.199984714));
            p = V.MultiplyAdd(p, square, V.Create(-0.333333164));
        }
        else
        {
            p = V.MultiplyAdd(V.Create(-0.01790506720410729), square, V.Create(0.038062168243401244));
            p = V.MultiplyAdd(p, square, V.Create(-0.05039191678993236));
            p = V.MultiplyAdd(p, square, V.Create(0.05847859586628456));
            p = V.MultiplyAdd(p, square, V.Create(-0.0666309925248127));
            p = V.MultiplyAdd(p, square, V.Create(0.07692059722304705));
            p = V.MultiplyAdd(p, square, V.Create(-0.09090897725565952));
            p = V.MultiplyAdd(p, square, V.Create(0.11111110782167713));
            p = V.MultiplyAdd(p, square, V.Create(-0.14285714280166867));
            p = V.MultiplyAdd(p, square, V.Create(0.19999999999953252));
            p = V.MultiplyAdd(p, square, V.Create(-0.333333333333332));
        }
        // The smaller part of π/2, too; eighths of the circle have half of both.
        V share = V.Select(isFar, V.Create(1), V.And(isBetween, V.Create(0.5)));
        V near = V.MultiplyAdd(share, V.Create(typeof(T) == typeof(float) ? RestOfSingle : RestOfDouble), V.MultiplyAdd(p, square * z, z));
        return V.Or(V.MultiplyAdd(share, V.Create(Quarter), near), V.And(x, V.Create(-0.0)));
    }
}
