using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The logarithm of the gamma function of positive numbers, and its derivatives.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>log Γ(x): ∞ at exactly 0, unknown where x is, or may be, negative.</summary>
    public Ball LogGamma(Ball x)
    {
        if (x.IsZero) return Ball.PositiveInfinity;
        if (x.Sign != 1 || !x.IsFinite) return x.Sign == 1 ? x : Ball.Unknown;
        if (x.Lower(MinPrecision).Sign != 1 || !x.Upper(MinPrecision).IsFinite) return Ball.Unknown;
        return WithRadiusOf(x, Precisely(inner => inner.LogGammaOfExact(x.Midpoint)));
    }

    /// <summary>The same with what digits there are, for a ball of positive numbers.</summary>
    private Ball LogGammaOnce(Ball x) => WithRadiusOf(x, LogGammaOfExact(x.Midpoint));

    /// <summary>log Γ of a ball, given that of its midpoint. The derivative increases: it is largest in size at one of the ends.</summary>
    private static Ball WithRadiusOf(Ball x, Ball value)
    {
        if (x.IsExact) return value;
        var coarse = new BallArithmetic(MinPrecision);
        Magnitude slope = coarse.DigammaBySteps(x.Lower(MinPrecision)).Largest + coarse.DigammaBySteps(x.Upper(MinPrecision)).Largest;
        return value.Widened(slope * x.Radius);
    }

    /// <summary>ψ(x), the derivative of log Γ(x): −∞ at exactly 0, unknown where x is, or may be, negative.</summary>
    public Ball Digamma(Ball x)
    {
        if (x.IsZero) return Ball.NegativeInfinity;
        if (x.Sign != 1) return Ball.Unknown;
        return x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.DigammaOfExact(end)) : x.IsHuge ? LogOfHuge(x) : x;
    }

    /// <summary>ψ′(x): ∞ at exactly 0, unknown where x is, or may be, negative.</summary>
    public Ball Trigamma(Ball x)
    {
        if (x.IsZero) return Ball.PositiveInfinity;
        if (x.Sign != 1) return Ball.Unknown;
        return x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.TrigammaOfExact(end)) : Divide(Ball.One, x);
    }

    /// <summary>ψ″(x): −∞ at exactly 0, unknown where x is, or may be, negative.</summary>
    public Ball Tetragamma(Ball x)
    {
        if (x.IsZero) return Ball.NegativeInfinity;
        if (x.Sign != 1) return Ball.Unknown;
        return x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.TetragammaOfExact(end)) : Divide(-Ball.One, x);
    }

    /// <summary>(y − ½) log y − y + ½ log 2π + Σ B₂ₖ/(2k (2k − 1) y^(2k − 1)), less the logarithm of x (x + 1) ⋯ (y − 1).</summary>
    private Ball LogGammaOfExact(Ball x)
    {
        if (Compare(x, Ball.One) is 0 || Compare(x, Ball.Of(2)) is 0) return Ball.Zero;
        // log Γ(1 + x) is below x in size.
        if (IsNearPole(x)) return (-Log(x)).Widened(x.Largest);
        Ball factors = Ball.One;
        Ball y = x;
        for (int steps = StepsToFar(x); steps > 0; steps--)
        {
            factors = Multiply(factors, y);
            y = Add(y, Ball.One);
        }

        Ball sum = Subtract(Multiply(Subtract(y, Ball.One.Scaled(-1)), Log(y)), y);
        sum = Add(sum, Log(RootOfTwoPi()));
        sum = Add(sum, Expansion(y, Divide(Ball.One, y), static k => 2 * k * (BigInteger)(2 * k - 1), 1));
        return Subtract(sum, Log(factors));
    }

    /// <summary>log y − 1/(2y) − Σ B₂ₖ/(2k y^2k) − 1/x − 1/(x + 1) − ⋯ − 1/(y − 1).</summary>
    private Ball DigammaOfExact(Ball x)
    {
        if (x.Sign != 1) return Ball.Unknown;
        return Precisely(inner => inner.DigammaBySteps(x));
    }

    private Ball DigammaBySteps(Ball x)
    {
        // ψ(1 + x) is below 1 in size.
        if (IsNearPole(x)) return Divide(-Ball.One, x).Widened(Magnitude.PowerOfTwo(0));
        Ball y = Shifted(x, 1, out Ball steps);
        Ball inverse = Divide(Ball.One, y);
        Ball sum = Subtract(Log(y), inverse.Scaled(-1));
        sum = Subtract(sum, Expansion(y, Multiply(inverse, inverse), static k => 2 * k, 1));
        return Subtract(sum, steps);
    }

    /// <summary>1/y + 1/(2y²) + Σ B₂ₖ/y^(2k + 1) + 1/x² + 1/(x + 1)² + ⋯ + 1/(y − 1)².</summary>
    private Ball TrigammaOfExact(Ball x)
    {
        if (x.Sign != 1) return Ball.Unknown;
        // ψ′(1 + x) is below 2.
        if (IsNearPole(x)) return Divide(Ball.One, Multiply(x, x)).Widened(Magnitude.PowerOfTwo(1));
        Ball y = Shifted(x, 2, out Ball steps);
        Ball inverse = Divide(Ball.One, y);
        Ball square = Multiply(inverse, inverse);
        Ball sum = Add(Add(inverse, square.Scaled(-1)), Expansion(y, Multiply(square, inverse), static k => BigInteger.One, 1));
        return Add(sum, steps);
    }

    /// <summary>−1/y² − 1/y³ − Σ (2k + 1) B₂ₖ/y^(2k + 2) − 2/x³ − 2/(x + 1)³ − ⋯ − 2/(y − 1)³.</summary>
    private Ball TetragammaOfExact(Ball x)
    {
        if (x.Sign != 1) return Ball.Unknown;
        // −ψ″(1 + x) is below 4.
        if (IsNearPole(x)) return Divide(-Ball.Of(2), Multiply(Multiply(x, x), x)).Widened(Magnitude.PowerOfTwo(2));
        Ball y = Shifted(x, 3, out Ball steps);
        Ball inverse = Divide(Ball.One, y);
        Ball square = Multiply(inverse, inverse);
        Ball sum = Add(Add(square, Multiply(square, inverse)), Expansion(y, Multiply(square, square), static k => BigInteger.One, 2));
        return -Add(sum, steps.Scaled(1));
    }

    /// <summary>
    /// Σ weight B₂ₖ/(divisor(k) y^2(k − 1)) times a power, with a weight of 1 or, for a second derivative, of 2k + 1, up to where terms are below the
    /// precision of the first. The remainder of each of these expansions is smaller than the first term that is left out.
    /// </summary>
    private Ball Expansion(Ball y, Ball first, Func<int, BigInteger> divisor, int order)
    {
        Ball square = Multiply(y, y);
        Ball power = first;
        Ball sum = Ball.Zero;
        for (int k = 1; ; k++)
        {
            (BigInteger numerator, BigInteger denominator) = Bernoulli.OfTwice(k);
            BigInteger weight = order == 1 ? BigInteger.One : 2 * k + 1;
            Ball term = Multiply(power, Divide(Ball.Exactly(numerator * weight, 0), Ball.Exactly(denominator * divisor(k), 0)));
            if (!term.IsFinite || term.Mantissa.IsZero || term.Top < first.Top - precision - 8) return sum.Widened(term.Largest);
            sum = Add(sum, term);
            power = Divide(power, square);
        }
    }

    /// <summary>x with so many ones added that expansions at infinity have all digits, and the sum of the powers 1/x^n, 1/(x + 1)^n, … that are passed.</summary>
    private Ball Shifted(Ball x, int exponent, out Ball sum)
    {
        sum = Ball.Zero;
        for (int steps = StepsToFar(x); steps > 0; steps--)
        {
            Ball power = x;
            for (int factor = 1; factor < exponent; factor++) power = Multiply(power, x);
            sum = Add(sum, Divide(Ball.One, power));
            x = Add(x, Ball.One);
        }
        return x;
    }

    // Where all but the pole is below the last digit.
    private bool IsNearPole(Ball x) => x.Top < -precision - 8;

    // From a quarter of the precision on, an eighth of it is as many terms as it takes: the k-th is about (2k/(2πe y))^2k.
    private int StepsToFar(Ball x)
    {
        int start = precision / 4 + 8;
        return x.Top > 30 ? 0 : Math.Max(0, start - (int)x.ToDouble());
    }

    /// <summary>
    /// A result to full relative precision, also where it is what is left of larger ones: with as many more bits as cancel, up to what doubles may make of it.
    /// </summary>
    private Ball Precisely(Func<BallArithmetic, Ball> compute)
    {
        int largest = 2 * precision + 2048;
        for (int more = Guard; ;)
        {
            Ball result = compute(WithMore(more));
            if (!result.IsFinite || result.IsExact) return result.Rounded(precision);
            Int128 missing = result.Mantissa.IsZero ? more : result.Radius.Top - result.Top + precision + 4;
            if (missing <= 0 || more >= largest) return result.Rounded(precision);
            more += (int)Int128.Min(missing + 16, largest);
        }
    }
}
