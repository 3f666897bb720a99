using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The second and the third derivative of the logarithm of the gamma function, of positive numbers.</summary>
/// <remarks>
/// ψ′(x) = ψ′(x + 1) + 1/x², and −ψ″(x) = −ψ″(x + 1) + 2/x³: sums of positive terms up to 4.25, from where on the expansions at infinity have all digits.
/// Out of line, so that a pass with one of them stays small.
/// </remarks>
internal static class Trigamma
{
    // From anything up to 4.25.
    private const int Steps = 5;

    /// <summary>ψ′(x) for float and double, within 4 units in the last place; ∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Create(1);
        V y = V.Abs(x);
        V sum = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            V isNear = V.LessThan(y, V.Create(GammaPolynomials.Far));
            V reciprocal = one / y;
            sum += V.And(isNear, reciprocal * reciprocal);
            y += V.And(isNear, one);
        }

        V inverse = one / y;
        V rest = V.MultiplyAdd(inverse, GammaPolynomials.TrigammaRest<V, T>(inverse * inverse), V.Create(0.5));
        V value = sum + V.MultiplyAdd(inverse * inverse, rest, inverse);
        return V.Select(V.LessThan(x, V.Zero), V.Create(double.NaN), value);
    }

    /// <summary>ψ″(x) for float and double, within 5 units in the last place; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Derivative<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Create(1);
        V y = V.Abs(x);
        V sum = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            V isNear = V.LessThan(y, V.Create(GammaPolynomials.Far));
            V reciprocal = one / y;
            sum += V.And(isNear, (reciprocal + reciprocal) * reciprocal * reciprocal);
            y += V.And(isNear, one);
        }

        V inverse = one / y;
        V square = inverse * inverse;
        V rest = V.MultiplyAdd(inverse, GammaPolynomials.TetragammaRest<V, T>(square), one);
        V value = -(sum + V.MultiplyAdd(square * inverse, rest, square));
        return V.Select(V.LessThan(x, V.Zero), V.Create(double.NaN), value);
    }
}
