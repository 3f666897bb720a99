using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>Roots and powers.</content>
internal sealed partial class BallArithmetic
{
    // Whole exponents up to 2^7 are powers by squaring; each of the at most 14 multiplications loses a unit of those to spare.
    private const int TopOfSmallExponent = 7;

    // e^y is within range for |y| < 2^125 only, so no more digits than these of an exponent are above the point.
    private const int LargestExponentDigits = 128;

    /// <summary>√x; unknown where x is, or may be, negative.</summary>
    public Ball Sqrt(Ball x)
    {
        if (!x.IsFinite) return x.Kind == BallKind.PositiveInfinity ? x : Ball.Unknown;
        if (x.IsExact) return SqrtOfExact(x);
        if (x.Sign is null && x.IsNotNegative) return Hull(Ball.Zero, SqrtOfExact(x.End)).NotNegative();
        if (x.Sign != 1 || x.Radius.Top > x.Top + SmallRadius) return Monotone(x, static (arithmetic, end) => arithmetic.SqrtOfExact(end));

        // |√(m ± r) − √m| = r / (√(m ± r) + √m) ≤ r / √m
        Ball root = SqrtOfExact(x.Midpoint);
        return root.Widened(x.Radius.DividedBy(root.Smallest()));
    }

    /// <summary>∛x.</summary>
    public Ball Cbrt(Ball x)
    {
        if (!x.IsFinite) return x.IsInfinite ? x : Ball.Unknown;
        return Monotone(x, static (arithmetic, end) => arithmetic.CbrtOfExact(end));
    }

    /// <summary>
    /// x^p: of a positive base e^(p log x), of a negative one for exact whole exponents only. Any x^0 is 1 and so is any power of exactly 1, as in
    /// C# where the other operand is undefined, too; a power of exactly 0 is 0 for a positive exponent and an infinity for a negative one, of the sign of 0 where that is odd.
    /// </summary>
    public Ball Power(Ball x, Ball p)
    {
        if (p.IsZero || (x.IsExact && Compare(x, Ball.One) == 0)) return Ball.One;
        if (x.IsUndefined || p.IsUndefined) return Ball.Unknown;
        if (x.IsZero) return p.Sign switch { 1 => Ball.Zero, -1 => InverseOfZero(x, p), _ => Ball.Unknown };

        if (p.IsWhole(out bool isOdd))
        {
            if (p.Top <= TopOfSmallExponent) return Finer.PowerBySquaring(x, (int)p.ToFixed(0)).Rounded(precision);
            if (x.Sign == -1)
            {
                Ball size = PowerOfPositive(-x, p);
                return isOdd ? -size : size;
            }
        }
        return PowerOfPositive(x, p);
    }

    private static Ball InverseOfZero(Ball zero, Ball p)
    {
        if (!p.IsExact) return Ball.UnsignedInfinity;
        if (!p.IsWhole(out bool isOdd) || !isOdd) return Ball.PositiveInfinity;
        return zero.Side == 0 ? Ball.UnsignedInfinity : Signed(Ball.PositiveInfinity, zero.Side);
    }

    private Ball SqrtOfExact(Ball x)
    {
        if (x.Mantissa.Sign <= 0) return x.IsZero ? x : Ball.Unknown;

        // The root of a whole number of twice as many digits, and of an even power of two.
        int places = Math.Max(2 * (precision + 2) - x.Length, 0);
        if ((x.Exponent - places) % 2 != 0) places++;
        BigInteger square = x.Mantissa << places;
        BigInteger root = Roots.Floor(square);
        Int128 unit = (x.Exponent - places) / 2;
        Magnitude radius = root * root == square ? Magnitude.Zero : Magnitude.PowerOfTwo(unit);
        return Ball.Create(root, unit, radius).Rounded(precision);
    }

    private Ball CbrtOfExact(Ball x)
    {
        if (x.IsZero) return x;
        if (x.Mantissa.Sign < 0) return -CbrtOfExact(-x);

        // The root of a whole number of three times as many digits, and of a power of two that is a multiple of three.
        int places = Math.Max(3 * (precision + 2) - x.Length, 0);
        while ((x.Exponent - places) % 3 != 0) places++;
        BigInteger cube = x.Mantissa << places;
        BigInteger root = Roots.CubicFloor(cube);
        Int128 unit = (x.Exponent - places) / 3;
        Magnitude radius = root * root * root == cube ? Magnitude.Zero : Magnitude.PowerOfTwo(unit);
        return Ball.Create(root, unit, radius).Rounded(precision);
    }

    /// <summary>A power of at least 1 of a huge number is one; what is known of other powers is that those of negative exponents are small.</summary>
    private Ball PowerOfHuge(Ball p)
    {
        if (Compare(p, Ball.One) is >= 0) return p.IsInfinite ? p : Ball.Huge;
        return Compare(p, -Ball.One) is <= 0 ? Divide(Ball.One, Ball.Huge) : Ball.Unknown;
    }

    private Ball PowerBySquaring(Ball x, int n)
    {
        Ball power = Ball.One;
        Ball square = x;
        for (int rest = Math.Abs(n); ; square = Multiply(square, square))
        {
            if ((rest & 1) != 0) power = Multiply(power, square);
            rest >>= 1;
            if (rest == 0) break;
        }
        return n < 0 ? Divide(Ball.One, power) : power;
    }

    private Ball PowerOfPositive(Ball x, Ball p)
    {
        if (x.Sign is null && x.IsNotNegative && p.Sign == 1) return Hull(Ball.Zero, PowerOfPositive(x.End, p)).NotNegative();
        if (x.Sign != 1) return Ball.Unknown;
        if (x.IsHuge) return PowerOfHuge(p);

        // |log x| is below |top| + 1; as many digits as the product has above its point are lost to the exponential.
        int digits = x.IsFinite ? 1 + (int)Int128.Log2(Int128.Abs(x.Top) + 1) : 0;
        int more = (int)Int128.Clamp(p.IsFinite ? p.Top + digits : 0, 0, LargestExponentDigits);
        BallArithmetic inner = WithMore(Guard + more);
        return Finer.Exp(inner.Multiply(p, inner.Log(x))).Rounded(precision);
    }
}
