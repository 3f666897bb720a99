using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The exponential function, and that less one.</content>
internal sealed partial class BallArithmetic
{
    // A radius below 2^−8 is carried on by the derivative, a larger one by the ends of the ball.
    private const int SmallRadius = -8;

    // e^x for x below 2^(2^120) is huge of the bounded kind.
    private static Int128 TopOfBounded => new(1ul << 56, 0);

    /// <summary>e^x. What is too small for its exponent is <see cref="Ball.Tiny"/>, what is too large <see cref="Ball.Huge"/>.</summary>
    public Ball Exp(Ball x)
    {
        if (!x.IsFinite) return Limits(x, Ball.Zero, OwnSize(x)).NotNegative();
        if (x.IsExact) return ExpOfExact(x).NotNegative();
        if (x.Radius.Top > SmallRadius) return Monotone(x, static (arithmetic, end) => arithmetic.ExpOfExact(end)).NotNegative();

        // e^(m ± r) = e^m (1 ± (e^r − 1)), and e^r − 1 ≤ r + r² for r ≤ 1
        Ball value = ExpOfExact(x.Midpoint);
        return value.Widened(value.Largest * (x.Radius + x.Radius * x.Radius)).NotNegative();
    }

    /// <summary>e^x − 1, to full relative accuracy near 0.</summary>
    public Ball ExpM1(Ball x)
    {
        if (!x.IsFinite) return Limits(x, -Ball.One, OwnSize(x));
        if (x.IsExact) return ExpM1OfExact(x);
        if (x.Radius.Top > SmallRadius) return Monotone(x, static (arithmetic, end) => arithmetic.ExpM1OfExact(end));

        Ball value = ExpM1OfExact(x.Midpoint);
        return value.Widened(Add(value, Ball.One).Largest * (x.Radius + x.Radius * x.Radius));
    }

    // Of the exponential of a huge number there is no bound.
    private static Ball OwnSize(Ball x) => x.IsHuge ? Ball.Huge : x;

    private Ball ExpOfExact(Ball x)
    {
        if (x.IsZero) return Ball.One;
        Int128 top = x.Top;
        // |x| ≥ 2^125 has a power of two beyond ±2^124 · 1.4.
        if (top > 125) return x.Mantissa.Sign < 0 ? Ball.Tiny : top <= TopOfBounded ? Ball.BoundedHuge : Ball.Huge;
        // |e^x − 1| ≤ 2 |x| for |x| ≤ 1
        if (top < -precision - 4) return Ball.Create(BigInteger.One, 0, Magnitude.PowerOfTwo(top + 1));

        // x = k log 2 + r with 0 ≤ r < log 2, in units so small that k of them, by which r is off together with its own, are less than five of the rest.
        int halvings = Series.Reduction(precision);
        int bits = precision + halvings + 12;
        int more = (int)Int128.Max(top, 0);
        BigInteger log2 = Constants.Log2(bits + more);
        BigInteger k = BigInteger.DivRem(x.ToFixed(bits + more), log2, out BigInteger r);
        if (r.Sign < 0)
        {
            r += log2;
            k -= 1;
        }

        BigInteger power = Series.Exp(r >> more, bits, halvings);
        Int128 unit = (Int128)k - bits;
        return Ball.Create(power, unit, Magnitude.PowerOfTwo(unit + Series.ExpErrorBits(halvings))).Rounded(precision);
    }

    private Ball ExpM1OfExact(Ball x)
    {
        if (x.IsZero) return x;
        int reduction = Series.Reduction(precision);
        // |x| is at least 2^−reduction: no more digits than these cancel.
        if (x.Top > -reduction) return Subtract(WithMore(reduction + 4).ExpOfExact(x), Ball.One).Rounded(precision);

        int bits = precision + 8;
        Ball quotient = Fixed(Series.ExpM1OverX(x.ToFixed(bits), bits, reduction), bits, 8);
        return Multiply(x, quotient);
    }
}
