using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Numbers that are real, but too large for their exponent, and balls of which the radius is above 1.</summary>
public class BallHugeTests
{
    private static readonly BallArithmetic arithmetic = new(128);

    private static readonly Ball huge = arithmetic.Exp(arithmetic.Exp(Ball.Of(100)));

    // An exponential of what is huge already.
    private static readonly Ball beyond = arithmetic.Exp(huge);

    // What is known of e^5000 with 128 digits is that it lies in a ball of a radius of about 2^7085.
    private static readonly Ball wide = arithmetic.Exp(Ball.Of(5000));

    [Fact]
    public void It_is_beyond_every_double_and_zero_times_it_is_zero()
    {
        Assert.True(huge.IsHuge && !huge.IsFinite && !huge.IsInfinite && !huge.IsUnknown);
        Assert.True(huge.TryToDouble(out double nearest));
        Assert.Equal(double.PositiveInfinity, nearest);
        Assert.True((-huge).TryToSingle(out float single));
        Assert.Equal(float.NegativeInfinity, single);
        Assert.True(arithmetic.Multiply(Ball.Zero, huge).IsZero);
        Assert.True(arithmetic.Multiply(-huge, Ball.Zero).IsZero);
        Assert.True(arithmetic.Divide(Ball.Zero, huge).IsZero);
    }

    [Fact]
    public void What_is_ordinary_does_not_change_that()
    {
        foreach (Ball same in new[]
        {
            arithmetic.Add(huge, Ball.Of(-1e300)),
            arithmetic.Subtract(wide, -huge),
            arithmetic.Add(huge, huge),
            arithmetic.Multiply(huge, Ball.Of(1e-300)),
            arithmetic.Multiply(-huge, -huge),
            arithmetic.Divide(huge, wide),
            arithmetic.Max(huge, wide),
            arithmetic.Max(huge, huge),
            arithmetic.Abs(-huge),
            arithmetic.Exp(huge),
            arithmetic.ExpM1(huge),
            arithmetic.Softplus(huge),
            arithmetic.LogCosh(-huge),
            arithmetic.LogSumExp([Ball.One, huge, huge]),
            arithmetic.LogAddExp(wide, huge),
            arithmetic.Power(huge, Ball.Of(3)),
            arithmetic.Power(huge, Ball.Of(1000.5)),
            arithmetic.Power(Ball.Of(2), huge),
            arithmetic.Sinh(huge),
            arithmetic.Cosh(-huge),
            arithmetic.Cosh(Ball.Of(1e38)),
            arithmetic.Floor(huge),
        })
            Assert.Equal(BallKind.Huge, same.Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.Divide(huge, Ball.Of(-3)).Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.LogSigmoid(-huge).Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.Power(-huge, Ball.Of(5)).Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.LogSumExp([-huge]).Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.Sinh(-huge).Kind);
        Assert.Equal(BallKind.NegativeHuge, arithmetic.Sinh(Ball.Of(-1e38)).Kind);
    }

    [Fact]
    public void An_exponential_beyond_the_range_of_exponents_is_huge_above_and_tiny_below()
    {
        Assert.True(arithmetic.Exp(Ball.Of(2e37)).IsHuge);
        Ball large = arithmetic.Exp(Ball.Of(1e37));
        Assert.Equal(1, large.Sign);
        Balls.AssertOverlap(Ball.Of(1e37), arithmetic.Log(large), "log exp");
        Ball tiny = arithmetic.Exp(Ball.Of(-2e37));
        Assert.True(tiny.Mantissa.IsZero);
        Assert.Equal(Ball.Tiny.Radius.Top, tiny.Radius.Top);
    }

    [Fact]
    public void Functions_have_their_limits_almost()
    {
        AssertAlmost(0, arithmetic.Exp(-huge));
        AssertAlmost(-1, arithmetic.ExpM1(-huge));
        AssertAlmost(-1, arithmetic.Tanh(-huge));
        AssertAlmost(1, arithmetic.Sigmoid(huge));
        AssertAlmost(0, arithmetic.Softplus(-huge));
        AssertAlmost(1, arithmetic.Erf(huge));
        AssertAlmost(2, arithmetic.Erfc(-huge));
        AssertAlmost(Math.PI / 2, arithmetic.Atan(huge));
        AssertAlmost(-Math.PI / 2, arithmetic.Atan(-huge));
        Balls.AssertOverlap(arithmetic.Atan2(Ball.Zero, -Ball.One), arithmetic.Atan2(Ball.One, -huge), "angle");
        AssertAlmost(0, arithmetic.Divide(Ball.Of(1e300), huge));
        AssertAlmost(0, arithmetic.Power(huge, Ball.Of(-1.5)));
        AssertAlmost(0, arithmetic.Power(Ball.Of(0.5), huge));
        AssertAlmost(3, arithmetic.LogSumExp([-huge, Ball.Of(3)]));
        Assert.Equal(1, arithmetic.Compare(huge, wide));
        Assert.Equal(-1, arithmetic.Compare(huge, Ball.PositiveInfinity));
    }

    [Fact]
    public void What_a_huge_number_leaves_open_is_unknown()
    {
        Assert.True(arithmetic.Subtract(huge, huge).IsUnknown);
        Assert.True(arithmetic.Divide(huge, huge).IsUnknown);
        Assert.True(arithmetic.Multiply(huge, Ball.Tiny).IsUnknown);
        Assert.True(arithmetic.Multiply(huge, arithmetic.Exp(Ball.Of(-1e36))).IsUnknown);
        Assert.True(arithmetic.Subtract(huge, arithmetic.Exp(Ball.Of(1e37))).IsUnknown);
        Assert.True(arithmetic.Log(beyond).IsUnknown);
        Assert.Null(arithmetic.Log(huge).Sign);
        Assert.True(arithmetic.Sqrt(huge).IsUnknown);
        Assert.True(arithmetic.Log(-huge).IsUnknown);
        Assert.True(arithmetic.Cbrt(huge).IsUnknown);
        Assert.True(arithmetic.Acosh(-huge).IsUnknown);
        Assert.True(arithmetic.Asinh(beyond).IsUnknown);
        Assert.Null(arithmetic.Asinh(-huge).Sign);
        Assert.Null(arithmetic.Acosh(huge).Sign);
        Assert.Null(arithmetic.Compare(huge, huge));
        Assert.True(arithmetic.Multiply(arithmetic.Subtract(huge, huge), Ball.Zero).IsUnknown);
    }

    [Fact]
    public void The_exponential_of_the_negative_makes_up_for_products_of_what_is_huge()
    {
        foreach (Ball small in new[] { arithmetic.Exp(-huge), arithmetic.Sigmoid(-huge), arithmetic.Erfc(huge), arithmetic.Softplus(-huge), arithmetic.Multiply(wide, arithmetic.Exp(-huge)) })
        {
            AssertAlmost(0, arithmetic.Multiply(small, huge));
            AssertAlmost(0, arithmetic.Multiply(arithmetic.Multiply(huge, -huge), small));
            AssertAlmost(0, arithmetic.Multiply(arithmetic.Power(huge, Ball.Of(3)), arithmetic.Multiply(wide, small)));
            AssertAlmost(0, arithmetic.Multiply(arithmetic.XLogX(huge), arithmetic.Multiply(small, arithmetic.Log(huge))));
            AssertAlmost(0, arithmetic.Multiply(arithmetic.Add(huge, arithmetic.Softplus(huge)), arithmetic.Multiply(small, small)));
        }
    }

    [Fact]
    public void Nothing_makes_up_for_an_exponential_of_what_is_huge()
    {
        Ball small = arithmetic.Exp(-huge);
        foreach (Ball large in new[]
        {
            beyond,
            arithmetic.Add(huge, beyond),
            arithmetic.Add(beyond, huge),
            arithmetic.Multiply(huge, beyond),
            arithmetic.Max(huge, beyond),
            arithmetic.Max(beyond, huge),
            arithmetic.Power(beyond, Ball.Of(2)),
            arithmetic.Power(huge, huge),
            arithmetic.ExpM1(huge),
            arithmetic.Exp(Ball.Exactly(1, Ball.LargestExponent - 1)),
            -(-beyond),
        })
            Assert.True(arithmetic.Multiply(small, large).IsUnknown);
    }

    [Fact]
    public void Products_of_what_is_tiny_are_not_negligible()
    {
        Ball least = Ball.Exactly(1, 2 - Ball.LargestExponent);
        foreach (Ball tiny in new[] { Ball.Tiny, least, arithmetic.Multiply(least, least), arithmetic.Multiply(Ball.Tiny, Ball.Tiny), arithmetic.Divide(Ball.Tiny, huge) })
        {
            Assert.True(arithmetic.Multiply(tiny, huge).IsUnknown);
            Assert.True(arithmetic.Multiply(arithmetic.Multiply(tiny, Ball.Tiny), huge).IsUnknown);
        }
    }

    [Fact]
    public void A_logarithm_of_exponentials_is_known_as_well_as_the_largest_of_them()
    {
        Assert.True(wide.Radius.Top > 7000);
        foreach (Ball result in new[] { arithmetic.LogAddExp(Ball.Of(1e4), wide), arithmetic.LogSumExp([wide, -wide, wide]), arithmetic.Softplus(wide) })
        {
            Balls.AssertOverlap(wide, result, "log-sum-exp");
            Balls.AssertRelativeRadius(result, 120, "log-sum-exp");
        }
        Ball beside = arithmetic.LogSumExp([Balls.Around(-500, 1), Ball.Zero]);
        Assert.True(beside.Radius.Top < -700);
    }

    private static void AssertAlmost(double expected, Ball actual)
    {
        Assert.True(actual.TryToDouble(out double nearest));
        Assert.Equal(expected, nearest);
        Assert.True(actual.Radius.Top < -128);
    }
}
