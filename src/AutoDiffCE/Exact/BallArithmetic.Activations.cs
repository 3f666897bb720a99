namespace AutoDiffCE.Exact;

/// <content>Functions that saturate, each in a form that keeps full relative accuracy in its tails and never meets a large exponential.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>tanh x.</summary>
    public Ball Tanh(Ball x) =>
        x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.TanhOfExact(end)) : Limits(x, -Ball.One, Ball.One);

    /// <summary>1/(1 + e^−x).</summary>
    public Ball Sigmoid(Ball x) =>
        (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.SigmoidOfExact(end)) : Limits(x, Ball.Zero, Ball.One)).NotNegative();

    /// <summary>log(1 + e^x).</summary>
    public Ball Softplus(Ball x) =>
        (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.SoftplusOfExact(end)) : Limits(x, Ball.Zero, x)).NotNegative();

    /// <summary>log(1/(1 + e^−x)).</summary>
    public Ball LogSigmoid(Ball x) => -Softplus(-x);

    /// <summary>log cosh x.</summary>
    public Ball LogCosh(Ball x)
    {
        if (!x.IsFinite) return Abs(x);
        if (x.Sign is int sign) return Monotone(sign < 0 ? -x : x, static (arithmetic, end) => arithmetic.LogCoshOfExact(end));

        // From 0, where it is least, to the end that is farther from it.
        return Hull(Ball.Zero, LogCosh(x.End)).NotNegative();
    }

    /// <summary>tanh |x| = −n/(2 + n) with n = e^(−2 |x|) − 1.</summary>
    private Ball TanhOfExact(Ball x)
    {
        if (x.IsZero) return x;
        Ball n = ExpM1(-Abs(x).Scaled(1));
        Ball size = Divide(-n, Add(Ball.Exactly(2, 0), n));
        return x.Sign < 0 ? -size : size;
    }

    /// <summary>e/(1 + e) for x &lt; 0, 1/(1 + e) otherwise, with e = e^−|x|.</summary>
    private Ball SigmoidOfExact(Ball x)
    {
        Ball e = Exp(-Abs(x));
        return Divide(x.Sign < 0 ? e : Ball.One, Add(Ball.One, e));
    }

    /// <summary>max(x, 0) + log(1 + e^−|x|).</summary>
    private Ball SoftplusOfExact(Ball x)
    {
        Ball rest = LogP1(Exp(-Abs(x)));
        return x.Sign < 0 ? rest : Add(x, rest);
    }

    /// <summary>
    /// For x ≥ 0, with n = e^−x − 1: cosh x − 1 = n²/(2 (1 + n)), which is small where x is; and x − log 2 + log(1 + (1 + n)²) far out, where it is
    /// above 1.
    /// </summary>
    private Ball LogCoshOfExact(Ball x)
    {
        if (x.IsZero) return x;
        Ball two = Ball.Exactly(2, 0);
        if (Compare(x, two) is 1)
        {
            int bits = precision + 8;
            return Add(Subtract(x, Fixed(Constants.Log2(bits), bits, 1)), LogP1(Exp(-x.Scaled(1))));
        }
        Ball n = ExpM1(-x);
        return LogP1(Divide(Multiply(n, n), Add(Ball.One, n)).Scaled(-1));
    }
}
