using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The derivative of the logarithm of the gamma function, of positive numbers.</summary>
/// <remarks>
/// ψ(x + 1) = ψ(x) + 1/x. Its root x₀ is known to twice the digits, and from 1 to 2.25 ψ is the distance from it times a polynomial; at the ends of that, ψ and
/// what is added or taken cancel to less than a half. From 4.25 on it is log x − 1/(2x), and what that leaves.
/// Out of line, so that a pass with it stays small.
/// </remarks>
internal static class Digamma
{
    /// <summary>ψ(x) for float and double, within 4 units in the last place; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V one = V.Create(1);
        V two = V.Create(2);

        // −1 below 1, 0 up to 2.25, 1 and 2 beyond: a NaN passes, as the second operand.
        V bounded = V.Min(V.Create(GammaPolynomials.Far), V.Abs(x));
        V isBelow = V.LessThan(bounded, one);
        V isOne = V.LessThanOrEqual(V.Create(2.25), bounded);
        V isTwo = V.LessThanOrEqual(V.Create(3.25), bounded);

        // x₀ in two parts, and d = x − n − x₀.
        bool isSingle = typeof(T) == typeof(float);
        double root = isSingle ? 1.46163213 : 1.4616321449683622;
        double rest = isSingle ? 1.2438149938918909e-8 : 9.549995429965698e-17;
        root = isSingle ? (float)root : root;
        V shifted = bounded - V.And(isOne, one) - V.And(isTwo, one);
        V d = V.Select(isBelow, bounded - V.Create(root - 1), shifted - V.Create(root)) - V.Create(rest);

        // −1/x, 0, 1/(x − 1) and 1/(x − 1) + 1/(x − 2).
        V less = bounded - one;
        V numerator = V.Select(isTwo, less + less - one, V.And(isOne, one)) - V.And(isBelow, one);
        V denominator = V.Select(isTwo, less * (bounded - two), V.Select(isOne, less, V.Select(isBelow, bounded, one)));
        V near = V.MultiplyAdd(GammaPolynomials.DigammaNearRoot<V, T>(d), d, numerator / denominator);

        V inverse = one / x;
        V far = V.Log(x) - inverse * V.MultiplyAdd(inverse, GammaPolynomials.DigammaRest<V, T>(inverse * inverse), V.Create(0.5));
        V value = V.Select(V.LessThanOrEqual(V.Create(GammaPolynomials.Far), x), far, near);
        return V.Select(V.LessThan(x, V.Zero), V.Create(double.NaN), value);
    }
}
