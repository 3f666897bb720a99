using System.Numerics;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Balls as numbers of floating-point types, and their signs.</summary>
public sealed class BallTests
{
    private const int Seed = 7100;

    [Fact]
    public void A_double_is_itself()
    {
        var random = new Random(Seed);
        double[] values = [0, 1, -1, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 2.2250738585072014e-308, double.PositiveInfinity,
            double.NegativeInfinity, .. Enumerable.Range(0, 2000).Select(_ => Balls.AnyDouble(random))];
        foreach (double value in values)
        {
            Assert.True(Ball.Of(value).TryToDouble(out double nearest));
            Assert.Equal(value, nearest);
        }
    }

    [Fact]
    public void A_double_rounds_to_the_same_float_as_by_a_cast()
    {
        var random = new Random(Seed + 1);
        double[] values = [float.MaxValue, 3.4028235677973366e38, 3.4028235677973362e38, 1.401298464324817e-45, 7.006492321624085e-46, 7.006492321624086e-46,
            2.1019476964872256e-45, 1 + Math.ScaleB(1, -24), 1 + Math.ScaleB(3, -24), .. Enumerable.Range(0, 4000).Select(_ => Balls.AnyDouble(random, -152, 129))];
        foreach (double value in values)
        {
            Assert.True(Ball.Of(value).TryToSingle(out float nearest));
            Assert.Equal((float)value, nearest);
        }
    }

    [Fact]
    public void Halfway_between_two_numbers_the_even_one_is_nearest()
    {
        AssertDouble(1, Ball.Exactly((BigInteger.One << 53) + 1, -53));
        AssertDouble(1 + Math.ScaleB(1, -51), Ball.Exactly((BigInteger.One << 53) + 3, -53));
        AssertDouble(0, Ball.Exactly(1, -1075));
        AssertDouble(Math.ScaleB(1, -1073), Ball.Exactly(3, -1075));
        AssertDouble(-Math.ScaleB(1, -1073), Ball.Exactly(-3, -1075));
        AssertDouble(double.Epsilon, Ball.Exactly((BigInteger.One << 80) + 1, -1155));
        AssertDouble(double.PositiveInfinity, Ball.Exactly((BigInteger.One << 54) - 1, 970));
        AssertDouble(double.MaxValue, Ball.Exactly((BigInteger.One << 80) - (BigInteger.One << 26) - 1, 1024 - 80));
    }

    [Fact]
    public void A_number_beyond_a_type_is_an_infinity_and_one_below_it_is_zero()
    {
        AssertDouble(double.PositiveInfinity, Ball.Exactly(1, 1024));
        AssertDouble(double.NegativeInfinity, Ball.Exactly(-1, 1L << 50));
        AssertDouble(0, Ball.Exactly(-1, -(1L << 50)));
        AssertDouble(0, Ball.Tiny);
        Assert.True(Ball.Exactly(1, 128).TryToSingle(out float large));
        Assert.Equal(float.PositiveInfinity, large);
        Assert.True(Ball.Tiny.TryToSingle(out float small));
        Assert.Equal(0, small);
    }

    [Fact]
    public void A_ball_decides_a_number_up_to_one_unit_in_the_last_place()
    {
        double unit = Math.ScaleB(1, -52);
        Assert.True(Balls.Around(1.5, unit / 4).TryToDouble(out double nearest));
        Assert.Equal(1.5, nearest);
        Assert.True(Balls.Around(1.5 + unit, Math.ScaleB(1, -200)).TryToDouble(out _));
        Assert.True(new BallArithmetic(64).Add(Balls.Around(1.5, unit / 4), Ball.Of(unit / 2)).TryToDouble(out _));
        Assert.False(Balls.Around(1.5, unit).TryToDouble(out _));
        Assert.True(Balls.Around(1.5, unit).TryToSingle(out _));
        Assert.False(Balls.Around(0, double.Epsilon).TryToDouble(out _));
        Assert.False(Balls.Around(0, 1e-300).TryToDouble(out _));
        Assert.True(Balls.Around(0, 1e-300).TryToSingle(out _));
        Assert.False(Balls.Around(double.MaxValue, 1e300).TryToDouble(out _));
    }

    [Fact]
    public void Nothing_is_decided_where_nothing_is_known()
    {
        Assert.False(Ball.Unknown.TryToDouble(out double nearest));
        Assert.Equal(double.NaN, nearest);
        Assert.False(Ball.Of(double.NaN).TryToSingle(out _));
        Assert.True(Ball.Of(double.NaN).IsUnknown);
        Assert.Null(Ball.Unknown.Sign);
    }

    [Fact]
    public void A_sign_is_known_where_the_ball_does_not_reach_zero()
    {
        Assert.Equal(1, Balls.Around(1, 0.5).Sign);
        Assert.Equal(-1, Balls.Around(-1, 0.5).Sign);
        Assert.Null(Balls.Around(1, 1).Sign);
        Assert.Null(Balls.Around(1, 1e9).Sign);
        Assert.Null(Ball.Tiny.Sign);
        Assert.Equal(0, default(Ball).Sign);
        Assert.Equal(1, Ball.PositiveInfinity.Sign);
        Assert.Equal(-1, Ball.NegativeInfinity.Sign);
    }

    [Fact]
    public void Ends_enclose_the_ball_tightly()
    {
        var random = new Random(Seed + 2);
        var arithmetic = new BallArithmetic(8192);
        for (int i = 0; i < 2000; i++)
        {
            double midpoint = Balls.AnyDouble(random, -300, 300);
            double radius = Math.Abs(Balls.AnyDouble(random, -400, 400));
            Ball ball = Balls.Around(midpoint, radius);
            Ball upper = ball.Upper(96);
            Assert.True(upper.IsExact);
            Ball excess = arithmetic.Subtract(arithmetic.Subtract(upper, Ball.Of(midpoint)), Ball.Of(radius));
            Assert.True(excess.Sign is 0 or 1);
            Assert.True(excess.IsZero || excess.Top < Int128.Max(Ball.Of(midpoint).Top - 90, Ball.Of(radius).Top - 26), $"{midpoint} ± {radius}");
        }
    }

    private static void AssertDouble(double expected, Ball value)
    {
        Assert.True(value.TryToDouble(out double nearest));
        Assert.Equal(expected, nearest);
    }
}
