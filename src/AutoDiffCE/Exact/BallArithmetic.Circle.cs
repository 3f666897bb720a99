using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>Sine, cosine and tangent.</content>
internal sealed partial class BallArithmetic
{
    // Of an angle of more bits above the point π is not computed to as many digits: that it is one is all that is known.
    private const int TopOfAngle = 1 << 16;

    // Sine and cosine in fixed point are off by at most 2^4 units: see Series.
    private const int CircleErrorBits = 4;

    /// <summary>sin x.</summary>
    public Ball Sin(Ball x) => OnCircle(x, static (arithmetic, angle) => arithmetic.SinOfExact(angle));

    /// <summary>cos x.</summary>
    public Ball Cos(Ball x) => OnCircle(x, static (arithmetic, angle) => arithmetic.CosOfExact(angle));

    /// <summary>tan x; unknown where there may be a pole.</summary>
    public Ball Tan(Ball x) => x.IsFinite ? Divide(Finer.Sin(x), Finer.Cos(x)).Rounded(precision) : Ball.Unknown;

    /// <summary>A function that is never steeper than 1, and never beyond ±1.</summary>
    private Ball OnCircle(Ball x, Func<BallArithmetic, Ball, Ball> function)
    {
        if (!x.IsFinite && !x.IsHuge) return Ball.Unknown;
        if (x.IsHuge || x.Top > TopOfAngle || (!x.Radius.IsZero && x.Radius.Top > 1)) return Ball.Within(Magnitude.PowerOfTwo(0));
        return function(this, x.Midpoint).Widened(x.Radius);
    }

    private Ball SinOfExact(Ball x)
    {
        if (x.IsZero) return x;
        // |sin x − x| ≤ |x|³/6
        return x.Top < -precision ? x.Rounded(precision).Widened(Magnitude.PowerOfTwo(3 * x.Top - 2)) : OfQuarter(x, 0);
    }

    private Ball CosOfExact(Ball x)
    {
        if (x.IsZero) return Ball.One;
        // 1 − cos x ≤ x²/2
        return x.Top < -precision ? Ball.One.Widened(Magnitude.PowerOfTwo(2 * x.Top - 1)) : OfQuarter(x, 1);
    }

    /// <summary>sin(x + shift · π/2), with as many more bits as cancel: no exact number but 0 is a multiple of π/2.</summary>
    private Ball OfQuarter(Ball x, int shift)
    {
        for (int more = (int)Int128.Max(-x.Top, 0); ;)
        {
            int bits = precision + 8 + more;
            BigInteger rest = Reduce(x, bits, out BigInteger quarters);
            int quarter = (int)((quarters + shift) & 3);
            BigInteger value = quarter % 2 == 0 ? Series.Sine(rest, bits) : Series.Cosine(rest, bits);
            int missing = precision + CircleErrorBits + 1 - (int)BigInteger.Abs(value).GetBitLength();
            if (missing <= 0)
                return Fixed(quarter >= 2 ? -value : value, bits, 1 << CircleErrorBits).Rounded(precision);
            more += missing + 8;
        }
    }

    /// <summary>
    /// x less as many quarters of the circle as leave at most π/4, in units of 2^−bits. In units of 2^−more of these, with |x| &lt; 2^more, x is off by one unit,
    /// and so is π/2, of which at most 2^more are taken; in units of 2^−bits that is at most 3 with what is cut off in the end.
    /// </summary>
    private static BigInteger Reduce(Ball x, int bits, out BigInteger quarters)
    {
        int more = (int)Int128.Max(x.Top, 0);
        // π in units of which there are half as many is π/2.
        BigInteger quarter = Constants.Pi(bits + more - 1);
        BigInteger angle = x.ToFixed(bits + more);
        quarters = BigInteger.Divide((angle << 1) + (angle.Sign * quarter), quarter << 1);
        return (angle - quarters * quarter) >> more;
    }
}
