using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>What is determined in the limit, what is unknown, and arguments far beyond the range of a double's exponential.</summary>
public sealed class BallLimitTests
{
    private const double Infinity = double.PositiveInfinity;

    private readonly BallArithmetic arithmetic = new(128);

    public static TheoryData<string> Names => Balls.Names;

    [Theory]
    [InlineData("Exp", -Infinity, 0)]
    [InlineData("Exp", Infinity, Infinity)]
    [InlineData("Exp", 0, 1)]
    [InlineData("ExpM1", -Infinity, -1)]
    [InlineData("ExpM1", Infinity, Infinity)]
    [InlineData("ExpM1", 0, 0)]
    [InlineData("Log", 0, -Infinity)]
    [InlineData("Log", Infinity, Infinity)]
    [InlineData("Log", 1, 0)]
    [InlineData("LogP1", -1, -Infinity)]
    [InlineData("LogP1", Infinity, Infinity)]
    [InlineData("LogP1", 0, 0)]
    [InlineData("Sqrt", 0, 0)]
    [InlineData("Sqrt", Infinity, Infinity)]
    [InlineData("Tanh", -Infinity, -1)]
    [InlineData("Tanh", Infinity, 1)]
    [InlineData("Tanh", 0, 0)]
    [InlineData("Sigmoid", -Infinity, 0)]
    [InlineData("Sigmoid", Infinity, 1)]
    [InlineData("Sigmoid", 0, 0.5)]
    [InlineData("Softplus", -Infinity, 0)]
    [InlineData("Softplus", Infinity, Infinity)]
    [InlineData("LogSigmoid", -Infinity, -Infinity)]
    [InlineData("LogSigmoid", Infinity, 0)]
    [InlineData("LogCosh", -Infinity, Infinity)]
    [InlineData("LogCosh", Infinity, Infinity)]
    [InlineData("LogCosh", 0, 0)]
    [InlineData("Erf", -Infinity, -1)]
    [InlineData("Erf", Infinity, 1)]
    [InlineData("Erf", 0, 0)]
    [InlineData("Erfc", -Infinity, 2)]
    [InlineData("Erfc", Infinity, 0)]
    [InlineData("Erfc", 0, 1)]
    [InlineData("Sinh", -Infinity, -Infinity)]
    [InlineData("Sinh", Infinity, Infinity)]
    [InlineData("Sinh", 0, 0)]
    [InlineData("Cosh", -Infinity, Infinity)]
    [InlineData("Cosh", Infinity, Infinity)]
    [InlineData("Cosh", 0, 1)]
    [InlineData("Asinh", -Infinity, -Infinity)]
    [InlineData("Asinh", Infinity, Infinity)]
    [InlineData("Asinh", 0, 0)]
    [InlineData("Acosh", Infinity, Infinity)]
    [InlineData("Acosh", 1, 0)]
    [InlineData("Atanh", 1, Infinity)]
    [InlineData("Atanh", -1, -Infinity)]
    [InlineData("Atanh", 0, 0)]
    [InlineData("Sin", 0, 0)]
    [InlineData("Cos", 0, 1)]
    [InlineData("Tan", 0, 0)]
    [InlineData("Asin", 0, 0)]
    [InlineData("Acos", 1, 0)]
    [InlineData("Atan", 0, 0)]
    [InlineData("Cbrt", -Infinity, -Infinity)]
    [InlineData("Cbrt", -27, -3)]
    [InlineData("Cbrt", 0.001953125, 0.125)]
    [InlineData("Floor", -0.5, -1)]
    [InlineData("Floor", 7, 7)]
    [InlineData("Floor", 1e300, 1e300)]
    [InlineData("Floor", -Infinity, -Infinity)]
    [InlineData("Ceiling", -0.5, 0)]
    [InlineData("Ceiling", 2.25, 3)]
    [InlineData("Truncate", -2.75, -2)]
    [InlineData("Truncate", 2.75, 2)]
    [InlineData("Round", 2.5, 2)]
    [InlineData("Round", -3.5, -4)]
    [InlineData("Round", -1.5, -2)]
    [InlineData("Round", 0.5, 0)]
    [InlineData("Round", -0.75, -1)]
    [InlineData("Round", 0.4999999999999999, 0)]
    [InlineData("Round", 5e-324, 0)]
    [InlineData("Round", Infinity, Infinity)]
    public void Limits_are_exact(string name, double x, double expected) => Balls.AssertExactly(expected, Balls.Functions[name](arithmetic, Ball.Of(x)));

    [Fact]
    public void A_number_divided_by_zero_is_an_infinity_of_either_sign()
    {
        Ball pole = arithmetic.Divide(Ball.One, Ball.Zero), infinity = Ball.PositiveInfinity;
        Assert.True(pole.IsUnsignedInfinity && pole.IsUndefined && !pole.TryToDouble(out double _) && pole.Sign is null && !pole.IsInfinite);
        foreach (Ball same in new[]
        {
            -pole, arithmetic.Add(pole, Ball.One), arithmetic.Multiply(pole, Ball.Of(-2)), arithmetic.Multiply(pole, infinity), arithmetic.Multiply(pole, pole),
            arithmetic.Divide(pole, Ball.Of(-2)), arithmetic.Divide(pole, Ball.Zero), arithmetic.Divide(Ball.BoundedHuge, Ball.Zero),
        })
            Assert.True(same.IsUnsignedInfinity);
        foreach (Ball open in new[]
        {
            arithmetic.Add(pole, pole), arithmetic.Subtract(pole, infinity), arithmetic.Multiply(pole, Ball.Zero), arithmetic.Multiply(pole, Balls.Around(0, 1)),
            arithmetic.Divide(pole, pole), arithmetic.Divide(infinity, pole), arithmetic.Max(pole, Ball.One), arithmetic.LogSumExp([pole, Ball.One]),
            arithmetic.LogAddExp(Ball.One, pole),
        })
            Assert.True(open.IsUnknown);
        Assert.Null(arithmetic.Compare(pole, Ball.One));
        Balls.AssertExactly(0, arithmetic.Divide(Ball.One, pole));
        Balls.AssertExactly(0, arithmetic.Divide(Ball.BoundedHuge, pole));
        Balls.AssertExactly(Infinity, arithmetic.Abs(pole));
        Balls.AssertExactly(Infinity, arithmetic.Norm([pole, Ball.One]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_what_is_unknown_everything_is(string name) => Assert.True(Balls.Functions[name](arithmetic, Ball.Unknown).IsUnknown);

    [Theory]
    [InlineData("Log", -1)]
    [InlineData("Log", -Infinity)]
    [InlineData("LogP1", -1.5)]
    [InlineData("LogP1", -Infinity)]
    [InlineData("Sqrt", -1e-300)]
    [InlineData("Sqrt", -Infinity)]
    [InlineData("Acosh", 0.9999999999999999)]
    [InlineData("Acosh", -1e300)]
    [InlineData("Acosh", -Infinity)]
    [InlineData("Atanh", 1.0000000000000002)]
    [InlineData("Atanh", -Infinity)]
    [InlineData("Asin", -1.0000000000000002)]
    [InlineData("Asin", 1e300)]
    [InlineData("Asin", Infinity)]
    [InlineData("Acos", 1.0000000000000002)]
    [InlineData("Acos", -1e300)]
    [InlineData("Sin", Infinity)]
    [InlineData("Cos", -Infinity)]
    [InlineData("Tan", Infinity)]
    public void A_function_outside_of_its_domain_is_unknown(string name, double x) =>
        Assert.True(Balls.Functions[name](arithmetic, Ball.Of(x)).IsUnknown);

    [Theory]
    [InlineData("Log", 1, 2)]
    [InlineData("Log", 0, 1e-300)]
    [InlineData("LogP1", -1, 0.25)]
    [InlineData("LogP1", 0, 2)]
    [InlineData("Sqrt", 1, 1.5)]
    [InlineData("Sqrt", 0, 1e-300)]
    [InlineData("Acosh", 1, 1e-300)]
    [InlineData("Atanh", 1, 1e-300)]
    [InlineData("Asin", -0.5, 0.75)]
    [InlineData("Acos", 1, 1e-300)]
    [InlineData("Tan", 1.5, 0.25)]
    public void A_ball_that_reaches_out_of_the_domain_has_an_unknown_function(string name, double midpoint, double radius) =>
        Assert.True(Balls.Functions[name](arithmetic, Balls.Around(midpoint, radius)).IsUnknown);

    [Theory]
    [InlineData("Exp", -1e30, 0)]
    [InlineData("Exp", -1e308, 0)]
    [InlineData("ExpM1", -1e300, -1)]
    [InlineData("Tanh", 1e300, 1)]
    [InlineData("Tanh", -1e18, -1)]
    [InlineData("Sigmoid", 1e300, 1)]
    [InlineData("Sigmoid", -1e300, 0)]
    [InlineData("Softplus", 1e300, 1e300)]
    [InlineData("Softplus", -1e300, 0)]
    [InlineData("LogSigmoid", -1e300, -1e300)]
    [InlineData("LogSigmoid", 1e300, 0)]
    [InlineData("LogCosh", -1e300, 1e300)]
    [InlineData("Erf", 1e300, 1)]
    [InlineData("Erf", -1e4, -1)]
    [InlineData("Erfc", 1e18, 0)]
    [InlineData("Erfc", 1e308, 0)]
    [InlineData("Erfc", 1e9, 0)]
    [InlineData("Erfc", -1e300, 2)]
    [InlineData("Asinh", -1e300, -691.46867507877369)]
    [InlineData("Acosh", 1e300, 691.46867507877369)]
    [InlineData("Atan", 1e300, 1.5707963267948966)]
    [InlineData("Atan", -Infinity, -1.5707963267948966)]
    [InlineData("Sin", 1e300, -0.8178819121159085)]
    public void Huge_arguments_give_what_they_saturate_at(string name, double x, double expected)
    {
        Ball result = Balls.Functions[name](arithmetic, Ball.Of(x));
        Assert.True(result.TryToDouble(out double nearest));
        Assert.Equal(expected, nearest);
        Assert.True(result.IsExact || result.Radius.Top < -100 || result.Radius.Top <= result.Top - 120);
    }

    [Fact]
    public void What_exact_arithmetic_does_not_determine_is_unknown()
    {
        Ball infinity = Ball.PositiveInfinity;
        Assert.True(arithmetic.Subtract(infinity, infinity).IsUnknown);
        Assert.True(arithmetic.Multiply(Ball.Zero, infinity).IsUnknown);
        Assert.True(arithmetic.Multiply(Balls.Around(0, 1), infinity).IsUnknown);
        Assert.True(arithmetic.Divide(Ball.Zero, Ball.Zero).IsUnknown);
        Assert.True(arithmetic.Divide(Ball.One, Balls.Around(1, 1)).IsUnknown);
        Assert.True(arithmetic.Divide(infinity, infinity).IsUnknown);
        Assert.True(arithmetic.Divide(infinity, Balls.Around(0, 1)).IsUnknown);
        Assert.True(arithmetic.Add(Ball.Unknown, infinity).IsUnknown);
        Assert.True(arithmetic.Multiply(Ball.Zero, Ball.Unknown).IsUnknown);
    }

    [Fact]
    public void What_it_determines_is_known()
    {
        Ball infinity = Ball.PositiveInfinity;
        Balls.AssertExactly(Infinity, arithmetic.Add(infinity, Balls.Around(0, 1e300)));
        Balls.AssertExactly(-Infinity, arithmetic.Subtract(Ball.One, infinity));
        Balls.AssertExactly(-Infinity, arithmetic.Multiply(Balls.Around(-2, 1), infinity));
        Balls.AssertExactly(Infinity, arithmetic.Multiply(-infinity, -infinity));
        Balls.AssertExactly(0, arithmetic.Divide(Balls.Around(0, 5), infinity));
        Balls.AssertExactly(-Infinity, arithmetic.Divide(infinity, Ball.Of(-3)));
        Balls.AssertExactly(0, arithmetic.Divide(Ball.Zero, Ball.Of(-3)));
    }

    [Fact]
    public void Powers_are_known_where_their_base_allows_the_exponent()
    {
        AssertPower(1, -5, 0);
        AssertPower(1, Infinity, 0);
        AssertPower(1, 0, 0);
        AssertPower(1, 1, 1e300);
        AssertPower(0, 0, 0.5);
        AssertPower(0, 0, 7);
        AssertPower(-8, -2, 3);
        AssertPower(0.25, -2, -2);
        AssertPower(Infinity, Infinity, 0.5);
        AssertPower(0, Infinity, -3);
        AssertPower(-Infinity, -Infinity, 3);
        AssertPower(Infinity, -Infinity, 1000);
        AssertPower(0, 0.5, Infinity);
        AssertPower(Infinity, 2, Infinity);
        Assert.True(Power(0, -1).IsUnsignedInfinity);
        Assert.True(Power(-2, 0.5).IsUnknown);
        Assert.True(Power(-2, Infinity).IsUnknown);
        Balls.AssertExactly(1, arithmetic.Power(Ball.Unknown, Ball.Zero));
        Balls.AssertExactly(1, arithmetic.Power(Ball.One, Ball.Unknown));
        Assert.True(arithmetic.Power(Ball.Of(2), Ball.Unknown).IsUnknown);
        Assert.True(arithmetic.Power(Ball.Unknown, Ball.One).IsUnknown);
        Assert.True(arithmetic.Power(Ball.Of(-2), Balls.Around(3, 1e-9)).IsUnknown);
        Assert.True(arithmetic.Power(Balls.Around(0, 1), Ball.Of(0.5)).IsUnknown);
    }

    [Fact]
    public void Large_whole_exponents_take_their_sign_by_parity()
    {
        Assert.Equal(-1, Power(-1.5, 1001).Sign);
        Assert.Equal(1, Power(-1.5, 1002).Sign);
        Assert.Equal(1, Power(-1.5, 1e17).Sign);
        Balls.AssertOverlap(-Power(1.5, 1001), Power(-1.5, 1001), "odd");
        Balls.AssertRelativeRadius(Power(-1.5, 1001), 125, "odd");
        Balls.AssertRelativeRadius(Power(1 + Math.ScaleB(1, -50), 1e17), 125, "large");
        Balls.AssertOverlap(new BallArithmetic(512).Power(Ball.Of(1.0000001), Ball.Of(1e15 + 1)), Power(1.0000001, 1e15 + 1), "large");
        Balls.AssertOverlap(Ball.Exactly(1, 1000), Power(2, 1000), "power of two");
        Assert.True(Power(0.5, 1e30).TryToDouble(out double small));
        Assert.Equal(0, small);
    }

    [Fact]
    public void A_row_of_logarithms_counts_only_what_is_finite()
    {
        Balls.AssertExactly(-Infinity, arithmetic.LogSumExp([]));
        Balls.AssertExactly(-Infinity, arithmetic.LogSumExp([Ball.NegativeInfinity, Ball.NegativeInfinity]));
        Balls.AssertExactly(3, arithmetic.LogSumExp([Ball.NegativeInfinity, Ball.Of(3)]));
        Assert.True(arithmetic.LogSumExp([Ball.One, Ball.PositiveInfinity]).IsUnknown);
        Assert.True(arithmetic.LogSumExp([Ball.One, Ball.Unknown]).IsUnknown);
        Balls.AssertExactly(Infinity, arithmetic.LogAddExp(Ball.PositiveInfinity, Ball.One));
        Balls.AssertExactly(-Infinity, arithmetic.LogAddExp(Ball.NegativeInfinity, Ball.NegativeInfinity));
        Ball tail = arithmetic.LogSumExp([Ball.Of(-500), Ball.Zero, Ball.Of(-1e300)]);
        Balls.AssertOverlap(arithmetic.LogP1(arithmetic.Exp(Ball.Of(-500))), tail, "tail");
        Balls.AssertRelativeRadius(tail, 125, "tail");
        Assert.True(arithmetic.LogSumExp([Ball.Of(1e300), Ball.Of(-1e300), Ball.Of(1e300)]).TryToDouble(out double nearest));
        Assert.Equal(1e300, nearest);
    }

    [Fact]
    public void A_norm_is_never_negative()
    {
        Balls.AssertExactly(0, arithmetic.Norm([]));
        Balls.AssertExactly(Infinity, arithmetic.Norm([Ball.NegativeInfinity, Ball.One]));
        Ball around = arithmetic.Norm([Balls.Around(0, 3), Balls.Around(0, 4)]);
        Assert.Equal(-1, arithmetic.Compare(around, Ball.Of(5.01)));
        Assert.True(arithmetic.Norm([Ball.Tiny, Ball.Tiny]).TryToDouble(out double nearest));
        Assert.Equal(0, nearest);
        Assert.True(arithmetic.Norm([Ball.Of(3e300), Ball.Of(4e300)]).TryToDouble(out nearest));
        Assert.Equal(5e300, nearest);
    }

    private void AssertPower(double expected, double x, double p) => Balls.AssertExactly(expected, Power(x, p));

    private Ball Power(double x, double p) => arithmetic.Power(Ball.Of(x), Ball.Of(p));
}
