using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The inverses of tangent, sine and cosine, and the angle of a point.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>atan x.</summary>
    public Ball Atan(Ball x)
    {
        if (x.IsFinite) return Monotone(x, static (arithmetic, end) => arithmetic.AtanOfExact(end));
        // π/2 − atan x < 1/x
        Ball limit = x.IsHuge ? HalfOfPi().Widened(Magnitude.PowerOfTwo(-HugeExponent)) : HalfOfPi();
        return x.Sign is { } sign ? (sign < 0 ? -limit : limit) : Ball.Unknown;
    }

    /// <summary>asin x; unknown where x is, or may be, beyond ±1.</summary>
    public Ball Asin(Ball x) => x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.AsinOfExact(end)) : Ball.Unknown;

    /// <summary>acos x; unknown where x is, or may be, beyond ±1.</summary>
    public Ball Acos(Ball x) => (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.AcosOfExact(end)) : Ball.Unknown).NotNegative();

    /// <summary>
    /// The angle of (x, y): 0 for (0, 0), π where y is exactly 0 and x below, unknown where y may have either sign there. Infinities as in IEEE 754.
    /// </summary>
    public Ball Atan2(Ball y, Ball x)
    {
        if (x.IsUndefined || y.IsUndefined) return Ball.Unknown;
        if (x.IsInfinite && y.IsInfinite)
        {
            Ball diagonal = x.Sign > 0 ? HalfOfPi().Scaled(-1) : Subtract(HalfOfPi().Scaled(1), HalfOfPi().Scaled(-1));
            return y.Sign < 0 ? -diagonal : diagonal;
        }
        BallArithmetic inner = Finer;
        if (x.Sign == 1) return inner.Atan(inner.Divide(y, x)).Rounded(precision);
        if (y.Sign is 1 or -1)
        {
            Ball quarter = y.Sign < 0 ? -inner.HalfOfPi() : inner.HalfOfPi();
            return inner.Subtract(quarter, inner.Atan(inner.Divide(x, y))).Rounded(precision);
        }
        if (!y.IsZero) return Ball.Unknown;
        return x.Sign switch { 0 => Ball.Zero, -1 => HalfOfPi().Scaled(1), _ => Ball.Unknown };
    }

    /// <summary>atan x for |x| ≤ 1, ±π/2 − atan 1/x beyond.</summary>
    private Ball AtanOfExact(Ball x)
    {
        if (x.IsZero) return x;
        if (x.Top <= 0) return AtanWithinOne(x);
        Ball quarter = x.Mantissa.Sign < 0 ? -HalfOfPi() : HalfOfPi();
        return Subtract(quarter, AtanWithinOne(Divide(Ball.One, x)));
    }

    /// <summary>atan z = 2 atan(z/(1 + √(1 + z²))), again and again: what is left is less than half each time. Then its series.</summary>
    private Ball AtanWithinOne(Ball z)
    {
        // Beyond all exponents nothing is left of it.
        if (z.Mantissa.IsZero) return z;
        int halvings = 0;
        for (int reduction = Series.Reduction(precision) / 2; z.Top > -reduction; halvings++)
            z = Divide(z, Add(Ball.One, Sqrt(Add(Ball.One, Multiply(z, z)))));
        int bits = precision + 16;
        BigInteger quotient = Series.ArctanOverZ(z.ToFixed(bits), bits, out long error);
        // The derivative of atan(z)/z is below 1, so the radius of z is one of the quotient.
        return Multiply(z, Fixed(quotient, bits, error).Widened(z.Radius)).Scaled(halvings);
    }

    /// <summary>asin x = atan(x/√((1 − x)(1 + x))).</summary>
    private Ball AsinOfExact(Ball x)
    {
        Ball rest = Multiply(Subtract(Ball.One, x), Add(Ball.One, x));
        if (rest.IsZero) return x.Sign < 0 ? -HalfOfPi() : HalfOfPi();
        return Atan(Divide(x, Sqrt(rest)));
    }

    /// <summary>acos x = 2 atan √((1 − x)/(1 + x)).</summary>
    private Ball AcosOfExact(Ball x)
    {
        Ball above = Add(Ball.One, x);
        return above.IsZero ? HalfOfPi().Scaled(1) : Atan(Sqrt(Divide(Subtract(Ball.One, x), above))).Scaled(1);
    }

    /// <summary>π/2.</summary>
    private Ball HalfOfPi()
    {
        int bits = precision + 8;
        return Fixed(Constants.Pi(bits), bits, 1).Scaled(-1);
    }
}
