using System.Numerics;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <content>The functions of the circle and of the hyperbola, roots and whole numbers.</content>
internal readonly partial record struct Real
{
    // Angles up to 2^1100 leave the bits of a Real, and those to spare.
    private const int AngleTop = 1100, AngleFraction = Fraction + AngleTop + 64;

    // π = 16 arctan(1/5) − 4 arctan(1/239)
    private static readonly Lazy<BigInteger> pi = new(() => (16 * InverseArctan(5)) - (4 * InverseArctan(239)));

    public static Real Pi => new(pi.Value, -AngleFraction);

    public static Real Sin(Real x) => OfQuarter(x, 0);

    public static Real Cos(Real x) => OfQuarter(x, 1);

    public static Real Sinh(Real x) => IsSmall(x) ? x + (x * x * x / 6) : (Exp(x) - Exp(-x)) / 2;

    public static Real Cosh(Real x) => (Exp(x) + Exp(-x)) / 2;

    public static Real Asinh(Real x) => !x.IsFinite ? x
        : IsSmall(x) ? x - (x * x * x / 6)
        : x.Sign * Log(Abs(x) + Sqrt((x * x) + 1));

    public static Real Acosh(Real x) => x.IsFinite ? (x < One ? NaN : Log(x + (Sqrt(x - 1) * Sqrt(x + 1)))) : x.Sign < 0 ? NaN : x;

    public static Real Atanh(Real x) => !(Abs(x) <= One) ? NaN : IsSmall(x) ? x + (x * x * x / 3) : Log((One + x) / (One - x)) / 2;

    public static Real Asin(Real x) => !(Abs(x) <= One) ? NaN : Abs(x) == One ? x * Pi / 2 : Atan(x / Sqrt((One - x) * (One + x)));

    public static Real Acos(Real x) => !(Abs(x) <= One) ? NaN : x == -One ? Pi : 2 * Atan(Sqrt((One - x) / (One + x)));

    public static Real Atan(Real x)
    {
        if (x.IsNaN || x.IsZero)
            return x;
        if (Abs(x) > One)
            return (x.Sign * Pi / 2) - (x.IsFinite ? Atan(One / x) : Zero);
        // atan x = 2 atan(x / (1 + √(1 + x²))), eight times; then x − x³/3 + x⁵/5 − …
        const int halvings = 8;
        for (int halving = 0; halving < halvings; halving++)
            x /= One + Sqrt(One + (x * x));
        Real square = x * x, power = x, sum = x;
        for (int n = 3; Abs(power) > Abs(sum) * PowerOfTwo(-Precision); n += 2)
        {
            power *= -square;
            sum += power / n;
        }
        return sum * PowerOfTwo(halvings);
    }

    /// <summary>The angle of (x, y): π on the negative axis.</summary>
    public static Real Atan2(Real y, Real x)
    {
        if (x.IsNaN || y.IsNaN)
            return NaN;
        if (!x.IsFinite && !y.IsFinite)
            return y.Sign * Pi * (x.Sign > 0 ? 1 : 3) / 4;
        return x.Sign > 0 ? Atan(y / x) : y.IsZero ? (x.IsZero ? Zero : Pi) : (y.Sign * Pi / 2) - Atan(x / y);
    }

    public static Real Hypot(Real x, Real y) =>
        Abs(x) == PositiveInfinity || Abs(y) == PositiveInfinity ? PositiveInfinity : Sqrt((x * x) + (y * y));

    public static Real Cbrt(Real x) => x.IsZero || !x.IsFinite ? x : x.Sign * Exp(Log(Abs(x)) / 3);

    public static Real Floor(Real x) => !x.IsFinite || x.exponent >= 0 ? x : new Real(x.mantissa >> (int)Math.Min(-x.exponent, int.MaxValue), 0);

    public static Real Ceiling(Real x) => -Floor(-x);

    public static Real Truncate(Real x) => x.Sign < 0 ? -Floor(-x) : Floor(x);

    /// <summary>The nearest whole number, the even one of two.</summary>
    public static Real Round(Real x)
    {
        Real half = PowerOfTwo(-1), below = Floor(x), rest = x - below;
        if (!x.IsFinite || rest.IsZero)
            return x;
        bool isEven = Floor(below * half) * 2 == below;
        return rest > half || (rest == half && !isEven) ? below + 1 : below;
    }

    // A third power that is left out, or a fifth, has no bit of those that a double could tell.
    private static bool IsSmall(Real x) => x.IsFinite && x.Top < -Precision / 3;

    private static Real OfQuarter(Real x, int shift)
    {
        if (!x.IsFinite || (!x.IsZero && x.Top > AngleTop))
            return NaN;
        if (shift == 0 && (x.IsZero || IsSmall(x)))
            return x - (x * x * x / 6);
        long places = x.exponent + AngleFraction;
        BigInteger angle = places >= 0 ? x.mantissa << (int)places : places < -100_000 ? BigInteger.Zero : x.mantissa >> (int)-places;
        BigInteger quarters = Round(angle, pi.Value / 2);
        BigInteger rest = ((2 * angle) - (quarters * pi.Value)) / 2;
        int quarter = (int)((quarters + shift) & 3);
        Real value = new(Alternating(rest, quarter % 2 == 0 ? 1 : 0), -AngleFraction);
        return quarter >= 2 ? -value : value;
    }

    // Σ (−1)^n r^(2n + first) / (2n + first)!
    private static BigInteger Alternating(BigInteger r, int first)
    {
        BigInteger term = first == 0 ? BigInteger.One << AngleFraction : r;
        BigInteger square = r * r >> AngleFraction;
        BigInteger sum = term;
        for (int n = first + 2; !term.IsZero && term != BigInteger.MinusOne; n += 2)
        {
            term = -((term * square >> AngleFraction) / (n * (n - 1)));
            sum += term;
        }
        return sum;
    }

    private static BigInteger InverseArctan(int n)
    {
        BigInteger power = (BigInteger.One << AngleFraction) / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= n * n;
            sum += k % 4 == 3 ? -(power / k) : power / k;
        }
        return sum;
    }
}
