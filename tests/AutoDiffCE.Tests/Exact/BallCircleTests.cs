using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Angles in every quarter of the circle, steps, and what a wide ball leaves of either.</summary>
public sealed class BallCircleTests
{
    private const double Infinity = double.PositiveInfinity;

    private readonly BallArithmetic arithmetic = new(128);

    [Fact]
    public void An_angle_is_known_in_all_quarters_and_on_the_axes()
    {
        (double Y, double X)[] points =
        [
            (0, 0), (0, 2), (3, 0), (-3, 0), (0, -2), (1, 1), (1, -1), (-1, -1), (1e300, 1e-300), (-1e-300, -1e300), (Infinity, 1), (1, -Infinity),
            (Infinity, -Infinity), (-Infinity, Infinity),
        ];
        foreach ((double y, double x) in points)
        {
            Assert.True(arithmetic.Atan2(Ball.Of(y), Ball.Of(x)).TryToDouble(out double nearest));
            Assert.True(Math.Abs(Math.Atan2(y, x) - nearest) <= 4e-16, FormattableString.Invariant($"atan2({y}, {x}) is {nearest:R}"));
        }
        Assert.True(arithmetic.Atan2(Balls.Around(0, 1e-300), -Ball.One).IsUnknown);
        Assert.True(arithmetic.Atan2(Ball.Zero, Balls.Around(0, 1)).IsUnknown);
        Balls.AssertOverlap(arithmetic.Atan2(Ball.Of(1), Balls.Around(0, 1e-300)), arithmetic.Asin(Ball.One), "straight up");
    }

    [Fact]
    public void A_ball_across_a_step_holds_both_sides_and_one_between_steps_is_exact()
    {
        Balls.AssertExactly(3, arithmetic.Floor(Balls.Around(3.5, 0.25)));
        Balls.AssertExactly(4, arithmetic.Round(Balls.Around(3.75, 0.125)));
        Ball across = arithmetic.Floor(Balls.Around(3, 1e-30));
        Balls.AssertOverlap(across, Ball.Of(2), "below");
        Balls.AssertOverlap(across, Ball.Of(3), "above");
        Assert.True(arithmetic.Compare(across, Ball.Of(3.25)) < 0 && arithmetic.Compare(across, Ball.Of(1.75)) > 0);
    }

    [Fact]
    public void A_wide_angle_leaves_the_circle_and_nothing_else()
    {
        foreach (Ball angle in new[] { Balls.Around(3, 8), Ball.Exactly(1, 1L << 40), Ball.Huge, -Ball.BoundedHuge })
        {
            foreach (Ball value in new[] { arithmetic.Sin(angle), arithmetic.Cos(angle) })
                Assert.True(arithmetic.Compare(value, Ball.Of(1.5)) < 0 && arithmetic.Compare(value, Ball.Of(-1.5)) > 0 && value.Sign is null);
        }
        Assert.True(arithmetic.Tan(Ball.Huge).IsUnknown);
    }
}
