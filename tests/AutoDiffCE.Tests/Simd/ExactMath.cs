using AutoDiffCE.Exact;
using AutoDiffCE.Tests.Exact;

namespace AutoDiffCE.Tests.Simd;

/// <summary>Functions of doubles as the exact evaluation has them, with a certified error: it has tests of its own, against numbers from elsewhere.</summary>
internal static class ExactMath
{
    private static readonly BallArithmetic arithmetic = new(128);

    /// <summary>A function of one number, by name.</summary>
    public static Func<double, ScaledNumber> Of(string name) => name == "Exp2"
        ? x => ToScaledNumber(arithmetic.Power(Ball.Of(2), Ball.Of(x)))
        : x => ToScaledNumber(Balls.Functions[name](arithmetic, Ball.Of(x)));

    /// <summary>√(x² + y²).</summary>
    public static ScaledNumber Hypot(double x, double y) => ToScaledNumber(arithmetic.Norm([Ball.Of(x), Ball.Of(y)]));

    /// <summary>The angle of (x, y).</summary>
    public static ScaledNumber Atan2(double y, double x) => ToScaledNumber(arithmetic.Atan2(Ball.Of(y), Ball.Of(x)));

    /// <summary>log B(x, y).</summary>
    public static ScaledNumber LogBeta(double x, double y) => ToScaledNumber(arithmetic.LogBeta(Ball.Of(x), Ball.Of(y)));

    /// <summary>ψ(x) − ψ(x + y).</summary>
    public static ScaledNumber DigammaGap(double x, double y) => ToScaledNumber(arithmetic.DigammaGap(Ball.Of(x), Ball.Of(y)));

    private static ScaledNumber ToScaledNumber(Ball ball)
    {
        Assert.True(ball.IsExact || ball.Radius.Top < ball.Top - 110, $"{ball} has too few digits");
        Ball mantissa = ball.Midpoint.Scaled(-ball.Top);
        double high = mantissa.ToDouble();
        return new(new DoubleDouble(high, arithmetic.Subtract(mantissa, Ball.Of(high)).ToDouble()), (int)ball.Top);
    }
}
