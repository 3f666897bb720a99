using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The logarithm, and that of one more.</content>
internal sealed partial class BallArithmetic
{
    // What is huge of the bounded kind is below 2^(2^(2^121)).
    private static Int128 ExponentOfBounded => new(1ul << 57, 0);

    /// <summary>log x: −∞ at exactly 0, unknown where x is, or may be, negative.</summary>
    public Ball Log(Ball x)
    {
        if (x.IsZero) return Ball.NegativeInfinity;
        if (x.Sign != 1) return Ball.Unknown;
        if (x.IsHuge) return LogOfHuge(x);
        if (x.IsInfinite) return x;
        if (x.IsExact) return LogOfExact(x);
        if (x.Radius.Top > x.Top + SmallRadius) return Monotone(x, static (arithmetic, end) => arithmetic.Log(end));

        // The derivative is at most that at the lower end.
        return LogOfExact(x.Midpoint).Widened(x.Radius.DividedBy(x.Smallest()));
    }

    /// <summary>log(1 + x), to full relative accuracy near 0: −∞ at exactly −1, unknown where x is, or may be, less.</summary>
    public Ball LogP1(Ball x)
    {
        if (!x.IsFinite) return x.Kind == BallKind.PositiveInfinity ? x : LogOfHuge(x);
        if (x.IsExact) return LogP1OfExact(x);
        Ball argument = Add(Ball.One, x);
        if (argument.Sign != 1) return Ball.Unknown;
        if (argument.Radius.Top > argument.Top + SmallRadius) return Monotone(x, static (arithmetic, end) => arithmetic.LogP1OfExact(end));
        return LogP1OfExact(x.Midpoint).Widened(x.Radius.DividedBy(argument.Smallest()));
    }

    /// <summary>x log x; 0 at 0. That of a huge number is one, for it is larger; and it is below the square.</summary>
    public Ball XLogX(Ball x) => x.Kind == BallKind.Huge ? x : ExactFunctions.StrongProduct(this, x, Log(x));

    // Between 0 and what bounds the number has for an exponent, if any.
    private static Ball LogOfHuge(Ball x) => x.IsBounded && x.Sign == 1 ? Ball.Within(Magnitude.PowerOfTwo(ExponentOfBounded)) : Ball.Unknown;

    private Ball LogP1OfExact(Ball x)
    {
        if (x.IsZero) return x;
        int reduction = Series.Reduction(precision);
        if (x.Top <= -reduction) return LogNearOne(x);
        // The logarithm is at least 2^−reduction / 2 in size: so many digits more, and its relative error is that asked for.
        BallArithmetic inner = WithMore(reduction + 8);
        return inner.Log(inner.Add(Ball.One, x)).Rounded(precision);
    }

    /// <summary>log x for exact x &gt; 0: with x = 2^n t and √½ &lt; t &lt; √2, roughly, n log 2 + log t.</summary>
    private Ball LogOfExact(Ball x)
    {
        Int128 n = x.Top;
        double leading = x.Scaled(-n).ToDouble();
        if (leading < 0.70710678)
        {
            n--;
            leading *= 2;
        }
        Ball t = x.Scaled(-n);

        int reduction = Series.Reduction(precision);
        if (n == 0)
        {
            // A number below √2 has no digits above 1, so its exponent is at most 0, and 1 is a whole number of its units.
            Ball excess = Ball.Exactly(t.Mantissa - (BigInteger.One << (int)-t.Exponent), t.Exponent);
            if (excess.IsZero) return Ball.Zero;
            if (excess.Top <= -reduction) return LogNearOne(excess);
        }

        BallArithmetic inner = WithMore(reduction + 8);
        Ball fraction = inner.LogByExp(t, leading);
        if (n == 0) return fraction.Rounded(precision);
        int bits = inner.precision;
        Ball log2 = Fixed(Constants.Log2(bits), bits, 1);
        return inner.Add(inner.Multiply(Ball.Exactly(n, 0), log2), fraction).Rounded(precision);
    }

    /// <summary>
    /// log t = y + log(t e^−y) = y + 2 artanh((t − e^y)/(t + e^y)), whatever y is: with the logarithm of t in double, the argument is about 2^−53.
    /// </summary>
    private Ball LogByExp(Ball t, double leading)
    {
        Ball y = Ball.Of(Math.Log(leading));
        Ball power = ExpOfExact(y);
        return Add(y, TwofoldArtanh(Divide(Subtract(t, power), Add(t, power))));
    }

    /// <summary>log(1 + x) = 2 artanh(x/(2 + x)), for exact x of at most 1/8 in size.</summary>
    private Ball LogNearOne(Ball x)
    {
        BallArithmetic inner = WithMore(8);
        return inner.TwofoldArtanh(inner.Divide(x, inner.Add(x, Ball.Exactly(2, 0)))).Rounded(precision);
    }

    /// <summary>2 artanh z for |z| ≤ 1/8.</summary>
    private Ball TwofoldArtanh(Ball z)
    {
        int bits = precision + 16;
        BigInteger quotient = Series.ArtanhOverZ(z.ToFixed(bits), bits, out long error);
        // The derivative of artanh(z)/z is below 1, so the radius of z is one of the quotient.
        return Multiply(z, Fixed(quotient, bits, error).Widened(z.Radius)).Scaled(1);
    }
}
