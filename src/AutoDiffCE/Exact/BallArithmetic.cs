using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>
/// Arithmetic on balls with a working precision of so many bits. Every result is certified: whatever numbers the operands are, the exact result of the
/// operation lies in the ball that is returned. With exact operands its radius is about 2^−precision of the result, also where the function is small.
/// What exact real arithmetic does not determine (∞ − ∞, 0 · ∞, a quotient by 0, the logarithm of what may be negative) is unknown.
/// </summary>
internal sealed partial class BallArithmetic
{
    /// <summary>The least precision, in bits.</summary>
    public const int MinPrecision = 64;

    /// <summary>The largest precision, in bits.</summary>
    public const int MaxPrecision = 8192;

    // What functions of several steps compute with: each step loses a few units in the last place, and there are a few dozen at most.
    private const int Guard = 32;

    private readonly int precision;
    private BallArithmetic? finer;

    public BallArithmetic(int precision)
        : this(precision, MaxPrecision)
    {
    }

    /// <summary>An arithmetic for intermediate results, of which the precision may be larger than asked for by anybody.</summary>
    private BallArithmetic(int precision, int largest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, MinPrecision);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, largest);
        this.precision = precision;
    }

    /// <summary>How many binary digits a midpoint has at most.</summary>
    public int Precision => precision;

    private BallArithmetic Finer => finer ??= WithMore(Guard);

    /// <summary>x + y.</summary>
    public Ball Add(Ball x, Ball y) =>
        x.IsFinite && y.IsFinite ? SumOfFinite(x, y).NotNegative(x.IsNotNegative && y.IsNotNegative) : SumOfLimits(x, y);

    /// <summary>x − y.</summary>
    public Ball Subtract(Ball x, Ball y) => Add(x, -y);

    /// <summary>x · y.</summary>
    public Ball Multiply(Ball x, Ball y)
    {
        if (!x.IsFinite || !y.IsFinite) return ProductOfLimits(x, y);

        // |(x ± r)(y ± s) − x y| ≤ |x| s + |y| r + r s
        Magnitude radius = Magnitude.Zero;
        if (!y.Radius.IsZero) radius = x.Largest * y.Radius;
        if (!x.Radius.IsZero) radius += Magnitude.Above(y.Mantissa, y.Exponent) * x.Radius;
        Ball product = Ball.Create(x.Mantissa * y.Mantissa, x.Exponent + y.Exponent, radius).Rounded(precision);
        return product.NotNegative(x.IsNotNegative && y.IsNotNegative).OnSide(x.Side * y.Side);
    }

    /// <summary>x / y; an infinity where y alone is exactly 0, of either sign where its side is open; unknown where y may be 0.</summary>
    public Ball Divide(Ball x, Ball y)
    {
        if (x.IsUnknown || y.IsUnknown) return Ball.Unknown;
        if (y.IsZero) return QuotientByZero(x, y);
        if (y.Sign is null && !y.IsUnsignedInfinity) return Ball.Unknown;
        if (!x.IsFinite || !y.IsFinite) return QuotientOfLimits(x, y);
        if (x.IsZero) return x.OnSide(x.Side * y.Side);

        // Two digits more than asked for, since the quotient of two numbers may have one less than their lengths say.
        int places = Math.Max(precision + 2 + y.Length - x.Length, 0);
        BigInteger quotient = BigInteger.DivRem(x.Mantissa << places, y.Mantissa, out BigInteger remainder);
        Int128 unit = x.Exponent - y.Exponent - places;
        Magnitude radius = remainder.IsZero ? Magnitude.Zero : Magnitude.PowerOfTwo(unit);

        // With q = x / y for the midpoints: |(x ± r)/(y ± s) − q| = |±r ∓ q s| / |y ± s|
        if (!x.Radius.IsZero || !y.Radius.IsZero)
        {
            Magnitude shift = x.Radius + (Magnitude.Above(quotient, unit) + radius) * y.Radius;
            radius += shift.DividedBy(y.Smallest());
        }
        return Ball.Create(quotient, unit, radius).Rounded(precision).NotNegative(x.IsNotNegative && y.IsNotNegative);
    }

    private Ball SumOfFinite(Ball x, Ball y)
    {
        Magnitude radius = x.Radius + y.Radius;
        if (x.Mantissa.IsZero) return Ball.Create(y.Mantissa, y.Exponent, radius).Rounded(precision);
        if (y.Mantissa.IsZero) return Ball.Create(x.Mantissa, x.Exponent, radius).Rounded(precision);
        if (x.Top < y.Top) (x, y) = (y, x);

        // What lies below the last digit by so much is not worth a shift, which might be one by millions of bits.
        if (x.Top - y.Top > precision + 8)
            return Ball.Create(x.Mantissa, x.Exponent, radius + Magnitude.PowerOfTwo(y.Top)).Rounded(precision);

        Int128 low = Int128.Min(x.Exponent, y.Exponent);
        BigInteger sum = (x.Mantissa << (int)(x.Exponent - low)) + (y.Mantissa << (int)(y.Exponent - low));
        return Ball.Create(sum, low, radius).Rounded(precision);
    }

    /// <summary>The arithmetic with so many more bits.</summary>
    private BallArithmetic WithMore(int bits) => new(precision + bits, int.MaxValue);

    /// <summary>mantissa units of 2^−bits, give or take so many of them.</summary>
    private static Ball Fixed(BigInteger mantissa, int bits, long error) =>
        Ball.Create(mantissa, -bits, Magnitude.Above(error, -bits));
}
