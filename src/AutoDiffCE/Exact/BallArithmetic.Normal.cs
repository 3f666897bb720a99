namespace AutoDiffCE.Exact;

/// <content>The normal distribution.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>e^(−x²/2)/√(2π).</summary>
    public Ball NormalPdf(Ball x)
    {
        if (x.IsUnknown) return x;
        BallArithmetic inner = Finer;
        // The exponent is |x| times as far off as x itself.
        if (x.IsFinite) inner = inner.WithMore(2 * (int)Int128.Clamp(x.Top, 0, BeyondTop));
        return inner.Divide(inner.Exp(-inner.Multiply(x, x).Scaled(-1)), inner.RootOfTwoPi()).Rounded(precision).NotNegative();
    }

    /// <summary>Φ(x) = ½ erfc(−x/√2).</summary>
    public Ball NormalCdf(Ball x) =>
        (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.NormalCdfOfExact(end)) : Limits(x, Ball.Zero, Ball.One)).NotNegative();

    /// <summary>log Φ(x), which is about −x²/2 far below 0.</summary>
    public Ball LogNormalCdf(Ball x) =>
        x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.LogNormalCdfOfExact(end)) : Limits(x, -Multiply(x, x), Ball.Zero);

    /// <summary>The density over Φ(x), which falls from about −x to 0.</summary>
    public Ball InverseMills(Ball x) =>
        (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.InverseMillsOfExact(end)) : Limits(x, -x, Ball.Zero)).NotNegative();

    private Ball NormalCdfOfExact(Ball x)
    {
        if (x.IsZero) return Ball.One.Scaled(-1);
        if (x.Sign > 0) return Subtract(Ball.One, NormalCdfOfExact(-x));
        if (x.Top > BeyondTop) return Ball.Tiny;
        // The argument of erfc is rounded, which costs x² units.
        BallArithmetic inner = WithMore(2 * (int)Int128.Max(x.Top, 0) + 8);
        return inner.Erfc(inner.Divide(-x, inner.Sqrt(Ball.Of(2)))).Scaled(-1).Rounded(precision);
    }

    /// <summary>For x &lt; 0 far from 0, −x²/2 + log(s/(y √(2π))) with y = −x and s the series that Φ has there.</summary>
    private Ball LogNormalCdfOfExact(Ball x)
    {
        if (x.Sign > 0) return LogP1(-NormalCdfOfExact(-x));
        Ball half = Multiply(x, x).Scaled(-1);
        // The logarithm is below y in size.
        if (x.Top > precision) return (-half).Widened(x.Largest);
        if (!IsFarOfNormal(x)) return Log(NormalCdfOfExact(x));
        return Subtract(Log(Divide(TailSeries(Square(x)), Multiply(-x, RootOfTwoPi()))), half);
    }

    /// <summary>For x &lt; 0 far from 0, y/s with y and s as above, of which s is 1, give or take 1/y².</summary>
    private Ball InverseMillsOfExact(Ball x)
    {
        if (x.Sign >= 0 || !IsFarOfNormal(x)) return Divide(NormalPdf(x), NormalCdfOfExact(x));
        return x.Top > precision ? (-x).Widened(x.Largest.Scaled(2 - 2 * precision)) : Divide(-x, TailSeries(Square(x)));
    }

    // Far out for an error function of x/√2.
    private bool IsFarOfNormal(Ball x) => x.Top > FarTop || 0.5 * x.ToDouble() * x.ToDouble() > AsymptoticSquare * precision;

    private Ball RootOfTwoPi() => Multiply(Sqrt(Ball.Of(2)), RootOfPi());
}
