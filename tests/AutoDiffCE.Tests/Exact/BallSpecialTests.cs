using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>The normal distribution, the gamma function and the beta function: limits, ends of the domain, and what cancels.</summary>
public sealed class BallSpecialTests
{
    private const double Infinity = double.PositiveInfinity;

    private readonly BallArithmetic arithmetic = new(128);

    [Theory]
    [InlineData("NormalPdf", -Infinity, 0)]
    [InlineData("NormalPdf", Infinity, 0)]
    [InlineData("NormalCdf", -Infinity, 0)]
    [InlineData("NormalCdf", Infinity, 1)]
    [InlineData("NormalCdf", 0, 0.5)]
    [InlineData("LogNormalCdf", -Infinity, -Infinity)]
    [InlineData("LogNormalCdf", Infinity, 0)]
    [InlineData("InverseMills", -Infinity, Infinity)]
    [InlineData("InverseMills", Infinity, 0)]
    [InlineData("LogGamma", 0, Infinity)]
    [InlineData("LogGamma", 1, 0)]
    [InlineData("LogGamma", 2, 0)]
    [InlineData("LogGamma", Infinity, Infinity)]
    [InlineData("Digamma", 0, -Infinity)]
    [InlineData("Digamma", Infinity, Infinity)]
    [InlineData("Trigamma", 0, Infinity)]
    [InlineData("Trigamma", Infinity, 0)]
    [InlineData("Tetragamma", 0, -Infinity)]
    [InlineData("Tetragamma", Infinity, 0)]
    public void Limits_are_exact(string name, double x, double expected) => Balls.AssertExactly(expected, Balls.Functions[name](arithmetic, Ball.Of(x)));

    [Theory]
    [InlineData("LogGamma", -1e-300)]
    [InlineData("LogGamma", -Infinity)]
    [InlineData("Digamma", -0.5)]
    [InlineData("Trigamma", -1)]
    [InlineData("Tetragamma", -1e300)]
    public void A_function_outside_of_its_domain_is_unknown(string name, double x) =>
        Assert.True(Balls.Functions[name](arithmetic, Ball.Of(x)).IsUnknown);

    [Theory]
    [InlineData("LogGamma", 1, 2)]
    [InlineData("Digamma", 0, 1e-300)]
    [InlineData("Trigamma", 1, 1.5)]
    public void A_ball_that_reaches_out_of_the_domain_has_an_unknown_function(string name, double midpoint, double radius) =>
        Assert.True(Balls.Functions[name](arithmetic, Balls.Around(midpoint, radius)).IsUnknown);

    [Theory]
    [InlineData("NormalPdf", 1e300, 0)]
    [InlineData("NormalCdf", -1e300, 0)]
    [InlineData("NormalCdf", 1e300, 1)]
    [InlineData("LogNormalCdf", -1e150, -4.9999999999999998e+299)]
    [InlineData("LogNormalCdf", 1e300, 0)]
    [InlineData("InverseMills", -1e300, 1e300)]
    [InlineData("LogGamma", 1e300, 6.8977552789821374e+302)]
    [InlineData("Digamma", 1e300, 690.77552789821371)]
    public void Huge_arguments_give_what_they_saturate_at(string name, double x, double expected)
    {
        Ball result = Balls.Functions[name](arithmetic, Ball.Of(x));
        Assert.True(result.TryToDouble(out double nearest));
        Assert.Equal(expected, nearest);
        Assert.True(result.IsExact || result.Radius.Top < -100 || result.Radius.Top <= result.Top - 120);
    }

    public static TheoryData<double, double> Pairs => new()
    {
        { 1, 1 }, { 1, 7.5 }, { 0.5, 3.25 }, { 30, 40 }, { 1e15, 3.5 }, { 3.5, 1e15 }, { 1e-300, 1e300 }, { 1e300, 1e-300 }, { 1e10, 1e-5 }, { 2.5, 1e60 },
        { 1.125, 0.875 }, { 5e-324, 5e-324 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_beta_function_is_symmetric_and_as_narrow_as_its_precision(double a, double b)
    {
        var coarse = new BallArithmetic(96);
        Ball value = coarse.LogBeta(Ball.Of(a), Ball.Of(b)), fine = arithmetic.LogBeta(Ball.Of(b), Ball.Of(a));
        Ball slope = coarse.DigammaGap(Ball.Of(a), Ball.Of(b)), fineSlope = arithmetic.DigammaGap(Ball.Of(a), Ball.Of(b));
        Balls.AssertOverlap(value, fine, "log-beta");
        Balls.AssertOverlap(slope, fineSlope, "slope");
        Balls.AssertRelativeRadius(value, 90, "log-beta");
        Balls.AssertRelativeRadius(slope, 90, "slope");

        // B(a, b) = B(a + 1, b) (a + b)/a, and the slopes differ by that of the logarithm.
        Ball above = arithmetic.Add(Ball.Of(a), Ball.One), sum = arithmetic.Add(Ball.Of(a), Ball.Of(b));
        Balls.AssertOverlap(arithmetic.Add(arithmetic.LogBeta(above, Ball.Of(b)), arithmetic.Log(arithmetic.Divide(sum, Ball.Of(a)))), fine, "next");
        Ball step = arithmetic.Divide(arithmetic.Divide(Ball.Of(b), sum), Ball.Of(a));
        Balls.AssertOverlap(arithmetic.Subtract(arithmetic.DigammaGap(above, Ball.Of(b)), step), fineSlope, "next slope");
    }

    [Fact]
    public void The_beta_function_of_balls_holds_that_of_their_points()
    {
        var random = new Random(7301);
        var coarse = new BallArithmetic(80);
        for (int i = 0; i < 100; i++)
        {
            (double a, double b) = (Math.Abs(Balls.AnyDouble(random, -8, 40)), Math.Abs(Balls.AnyDouble(random, -8, 40)));
            (double ofA, double ofB) = (Math.ScaleB(a, -random.Next(1, 60)), Math.ScaleB(b, -random.Next(1, 60)));
            Ball x = Ball.Of(a + ofA * (2 * random.NextDouble() - 1)), y = Ball.Of(b + ofB * (2 * random.NextDouble() - 1));
            Ball aroundA = Balls.Around(a, ofA), aroundB = Balls.Around(b, ofB);
            Balls.AssertOverlap(arithmetic.LogBeta(x, y), coarse.LogBeta(aroundA, aroundB), FormattableString.Invariant($"log-beta of {a:R}, {b:R}"));
            Balls.AssertOverlap(arithmetic.DigammaGap(x, y), coarse.DigammaGap(aroundA, aroundB), FormattableString.Invariant($"slope of {a:R}, {b:R}"));
        }
    }

    [Fact]
    public void The_beta_function_has_its_limits_and_is_unknown_elsewhere()
    {
        Balls.AssertExactly(0, arithmetic.LogBeta(Ball.One, Ball.One));
        Balls.AssertExactly(Infinity, arithmetic.LogBeta(Ball.Zero, Ball.One));
        Balls.AssertExactly(-Infinity, arithmetic.LogBeta(Ball.One, Ball.PositiveInfinity));
        Balls.AssertExactly(-Infinity, arithmetic.DigammaGap(Ball.Zero, Ball.One));
        Balls.AssertExactly(-Infinity, arithmetic.DigammaGap(Ball.One, Ball.PositiveInfinity));
        Balls.AssertExactly(0, arithmetic.DigammaGap(Ball.PositiveInfinity, Ball.One));
        Balls.AssertExactly(0, arithmetic.DigammaGap(Ball.One, Ball.Zero));
        Ball[] outside = [-Ball.One, Ball.Unknown, Balls.Around(0, 1e-300), Ball.NegativeInfinity];
        Assert.All(outside, x => Assert.True(arithmetic.LogBeta(x, Ball.One).IsUnknown && arithmetic.LogBeta(Ball.One, x).IsUnknown));
        Assert.All(outside, x => Assert.True(arithmetic.DigammaGap(x, Ball.One).IsUnknown && arithmetic.DigammaGap(Ball.One, x).IsUnknown));
        Assert.True(arithmetic.LogBeta(Ball.Zero, Ball.PositiveInfinity).IsUnknown);
        Assert.True(arithmetic.LogBeta(Ball.Huge, Ball.One).IsUnknown);
    }
}
