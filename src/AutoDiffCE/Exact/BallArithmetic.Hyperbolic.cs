namespace AutoDiffCE.Exact;

/// <content>The hyperbolic functions and their inverses.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>sinh x.</summary>
    public Ball Sinh(Ball x)
    {
        if (!x.IsFinite) return Limits(x, x.IsHuge ? -Ball.Huge : x, OwnSize(x));
        return Monotone(x, static (arithmetic, end) => arithmetic.SinhOfExact(end));
    }

    /// <summary>cosh x.</summary>
    public Ball Cosh(Ball x)
    {
        if (!x.IsFinite) return Abs(Sinh(x));
        if (x.Sign is int sign) return Monotone(sign < 0 ? -x : x, static (arithmetic, end) => arithmetic.CoshOfExact(end));

        // From 0, where it is least, to the end that is farther from it.
        return Hull(Ball.One, Cosh(x.End));
    }

    /// <summary>asinh x.</summary>
    public Ball Asinh(Ball x)
    {
        if (x.IsHuge) return LogOfHuge(Abs(x));
        return x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.AsinhOfExact(end)) : Limits(x, x, x);
    }

    /// <summary>acosh x; unknown where x is, or may be, below 1.</summary>
    public Ball Acosh(Ball x)
    {
        if (!x.IsFinite) return x.Kind == BallKind.PositiveInfinity ? x : LogOfHuge(x);
        return Monotone(x, static (arithmetic, end) => arithmetic.AcoshOfExact(end)).NotNegative();
    }

    /// <summary>atanh x: ±∞ at exactly ±1, unknown where x is, or may be, beyond.</summary>
    public Ball Atanh(Ball x) => x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.AtanhOfExact(end)) : Ball.Unknown;

    /// <summary>sinh |x| = ½ (n + n/(1 + n)) with n = e^|x| − 1.</summary>
    private Ball SinhOfExact(Ball x)
    {
        if (x.IsZero) return x;
        Ball n = ExpM1(Abs(x));
        Ball size = n.IsFinite ? Add(n, Divide(n, Add(Ball.One, n))).Scaled(-1) : n;
        return x.Sign < 0 ? -size : size;
    }

    /// <summary>½ (e^x + 1/e^x), for x ≥ 0.</summary>
    private Ball CoshOfExact(Ball x)
    {
        if (x.IsZero) return Ball.One;
        Ball power = Exp(x);
        return power.IsFinite ? Add(power, Divide(Ball.One, power)).Scaled(-1) : power;
    }

    /// <summary>
    /// asinh |x| = log(1 + |x| + x²/(1 + √(1 + x²))), in which nothing cancels. Far out it is log 2|x| + log(½ + ½ √(1 + 1/x²)), of which the latter is between 0
    /// and 1/(4x²).
    /// </summary>
    private Ball AsinhOfExact(Ball x)
    {
        if (x.IsZero) return x;
        Ball y = Abs(x);
        Ball square = Multiply(y, y);
        Ball size = y.Top > precision
            ? LogOfTwice(y)
            : LogP1(Add(y, Divide(square, Add(Ball.One, Sqrt(Add(Ball.One, square))))));
        return x.Sign < 0 ? -size : size;
    }

    /// <summary>
    /// With t = x − 1, acosh x = log(1 + t + √t √(x + 1)), in which nothing cancels. Far out it is log 2x + log(½ + ½ √(1 − 1/x²)), of which the latter is between
    /// −1/x² and 0.
    /// </summary>
    private Ball AcoshOfExact(Ball x)
    {
        if (x.Top > precision) return x.Sign > 0 ? LogOfTwice(x) : Ball.Unknown;
        Ball above = Subtract(x, Ball.One);
        return LogP1(Add(above, Multiply(Sqrt(above), Sqrt(Add(x, Ball.One)))));
    }

    /// <summary>½ log(1 + 2|x|/(1 − |x|)).</summary>
    private Ball AtanhOfExact(Ball x)
    {
        if (x.IsZero) return x;
        Ball y = Abs(x);
        Ball below = Subtract(Ball.One, y);
        if (below.Sign < 0) return Ball.Unknown;
        Ball size = below.IsZero ? Ball.PositiveInfinity : LogP1(Divide(y.Scaled(1), below)).Scaled(-1);
        return x.Sign < 0 ? -size : size;
    }

    /// <summary>log 2y, give or take 1/y², for y that is far above 1.</summary>
    private Ball LogOfTwice(Ball y)
    {
        int bits = precision + 8;
        return Add(Log(y), Fixed(Constants.Log2(bits), bits, 1)).Widened(Magnitude.PowerOfTwo(2 - 2 * y.Top));
    }
}
