using System.Numerics;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Sums, products, quotients, order, and what is computed from rows.</summary>
public sealed class BallArithmeticTests
{
    private const int Seed = 7200;

    private readonly BallArithmetic arithmetic = new(192);

    [Fact]
    public void Operations_round_to_what_double_arithmetic_gives()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 10_000; i++)
        {
            // A third of the operands are near each other, a third overflow or underflow together.
            double x = Balls.AnyDouble(random, -600, 600);
            double y = random.Next(3) switch
            {
                0 => x * (1 + (random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(50))),
                1 => Balls.AnyDouble(random, -600, 600),
                _ => Balls.AnyDouble(random, -1074, 1023),
            };
            AssertDouble(x + y, arithmetic.Add(Ball.Of(x), Ball.Of(y)));
            AssertDouble(x - y, arithmetic.Subtract(Ball.Of(x), Ball.Of(y)));
            AssertDouble(x * y, arithmetic.Multiply(Ball.Of(x), Ball.Of(y)));
            AssertDouble(x / y, arithmetic.Divide(Ball.Of(x), Ball.Of(y)));
            AssertDouble(Math.Sqrt(Math.Abs(y)), arithmetic.Sqrt(Ball.Of(Math.Abs(y))));
            Assert.Equal(x.CompareTo(y), arithmetic.Compare(Ball.Of(x), Ball.Of(y)));
        }
    }

    [Fact]
    public void A_sum_of_very_different_magnitudes_keeps_the_small_one_in_its_radius()
    {
        Ball large = Ball.Exactly(1, Ball.LargestExponent >> 1);
        Ball small = Ball.Exactly(-1, -(Ball.LargestExponent >> 1));
        Ball sum = arithmetic.Add(large, small);
        Assert.False(sum.IsExact);
        Assert.Equal(large.Top, sum.Top);
        Assert.Equal(small.Top + 1, sum.Radius.Top);
        Assert.Equal(1, arithmetic.Compare(large, sum) ?? 1);
        Assert.Equal(1, arithmetic.Compare(large, small));
    }

    [Fact]
    public void A_power_that_leaves_the_range_of_exponents_is_huge_or_tiny()
    {
        Ball large = Ball.Exactly(3, Ball.LargestExponent >> 1);
        Assert.True(arithmetic.Multiply(large, large).IsHuge);
        Ball small = arithmetic.Divide(Ball.One, large);
        Assert.Equal(Ball.Tiny.Radius.Top, arithmetic.Multiply(small, small).Radius.Top);
        Assert.True(arithmetic.Multiply(small, small).TryToDouble(out double nearest));
        Assert.Equal(0, nearest);
    }

    [Fact]
    public void Exact_results_stay_exact()
    {
        Balls.AssertExactly(0.75, arithmetic.Divide(Ball.Of(3), Ball.Of(4)));
        Balls.AssertExactly(1e20, arithmetic.Sqrt(arithmetic.Multiply(Ball.Of(1e20), Ball.Of(1e20))));
        Balls.AssertExactly(0, arithmetic.Subtract(Ball.Of(1e300), Ball.Of(1e300)));
        Balls.AssertExactly(5, arithmetic.Norm([Ball.Of(3), Ball.Of(-4)]));
        Balls.AssertExactly(-6, arithmetic.Sum([Ball.Of(-1), Ball.Of(-2), Ball.Of(-3)]));
        Balls.AssertExactly(-0.125, arithmetic.Power(Ball.Of(-2), Ball.Of(-3)));
    }

    [Fact]
    public void What_is_rounded_is_not_exact()
    {
        var random = new Random(Seed + 3);
        var fine = new BallArithmetic(1024);
        for (int i = 0; i < 1000; i++)
        {
            Ball x = Ball.Of(Balls.AnyDouble(random, -20, 20)), y = Ball.Of(Math.Abs(Balls.AnyDouble(random, -20, 20)));
            Ball quotient = arithmetic.Divide(x, y);
            Assert.Equal(fine.Compare(fine.Multiply(quotient.Midpoint, y), x) == 0, quotient.IsExact);
            Ball root = arithmetic.Sqrt(y);
            Assert.Equal(fine.Compare(fine.Multiply(root.Midpoint, root.Midpoint), y) == 0, root.IsExact);
        }
    }

    [Fact]
    public void A_result_of_balls_holds_the_results_of_their_points()
    {
        var random = new Random(Seed + 1);
        var coarse = new BallArithmetic(64);
        var fine = new BallArithmetic(512);
        for (int i = 0; i < 3000; i++)
        {
            double x = Balls.AnyDouble(random, -3, 3), y = Balls.AnyDouble(random, -3, 3);
            double r = Math.Abs(Balls.AnyDouble(random, -70, -1)), s = Math.Abs(Balls.AnyDouble(random, -70, -1));
            Ball first = Balls.Around(x, r), second = Balls.Around(y, s);
            Ball pointOfFirst = fine.Add(Ball.Of(x), Ball.Of(r * Edge(random))), pointOfSecond = fine.Add(Ball.Of(y), Ball.Of(s * Edge(random)));
            foreach ((string name, Func<BallArithmetic, Ball, Ball, Ball> operation) in Pairs)
            {
                Ball result = operation(coarse, first, second);
                if (!result.IsUnknown) Balls.AssertOverlap(operation(fine, pointOfFirst, pointOfSecond), result, $"{name} {first}, {second}");
            }
        }
    }

    [Fact]
    public void Where_two_balls_overlap_their_maximum_holds_both()
    {
        Ball wide = Balls.Around(5, 5), narrow = Balls.Around(9.25, 0.25);
        Assert.Null(arithmetic.Compare(wide, narrow));
        Ball max = arithmetic.Max(wide, narrow);
        Balls.AssertOverlap(max, Ball.Of(10), "above");
        Balls.AssertOverlap(max, Ball.Of(9), "below");
        Assert.Equal(1, arithmetic.Compare(max, Ball.Of(8.99)));
        Assert.Equal(-1, arithmetic.Compare(arithmetic.Min(wide, narrow), Ball.Of(9.51)));
        Ball size = arithmetic.Abs(Balls.Around(-1, 3));
        Balls.AssertOverlap(size, Ball.Of(4), "size");
        Assert.Equal(-1, arithmetic.Compare(size, Ball.Of(4.01)));
    }

    [Fact]
    public void Order_is_that_of_the_extended_reals()
    {
        Assert.Equal(0, arithmetic.Compare(Ball.PositiveInfinity, Ball.PositiveInfinity));
        Assert.Equal(-1, arithmetic.Compare(Ball.NegativeInfinity, Ball.Exactly(-1, Ball.LargestExponent >> 1)));
        Assert.Equal(1, arithmetic.Compare(Ball.PositiveInfinity, Balls.Around(0, 1e300)));
        Assert.Null(arithmetic.Compare(Ball.Unknown, Ball.One));
        Assert.Null(arithmetic.Compare(Balls.Around(1, 1e-9), Balls.Around(1, 1e-9)));
        Balls.AssertExactly(double.PositiveInfinity, arithmetic.Max(Ball.PositiveInfinity, Balls.Around(0, 1)));
        Balls.AssertExactly(3, arithmetic.Min(Ball.PositiveInfinity, Ball.Of(3)));
        Balls.AssertExactly(double.PositiveInfinity, arithmetic.Abs(Ball.NegativeInfinity));
        Assert.True(arithmetic.Max(Ball.Unknown, Ball.PositiveInfinity).IsUnknown);
    }

    [Fact]
    public void A_precision_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BallArithmetic(63));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BallArithmetic(8193));
        Assert.Equal(8192, new BallArithmetic(8192).Precision);
    }

    [Fact]
    public void The_root_of_a_whole_number_is_the_largest_whose_square_does_not_exceed_it()
    {
        var random = new Random(Seed + 2);
        for (int i = 1; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            BigInteger n = i < 300 ? i : new BigInteger(bytes, isUnsigned: true) + 1;
            if (i % 3 == 0) n = n * n - i % 2;
            if (n.Sign <= 0) continue;
            BigInteger root = Roots.Floor(n);
            Assert.True(root * root <= n && n < (root + 1) * (root + 1));
        }
    }

    private static IEnumerable<(string Name, Func<BallArithmetic, Ball, Ball, Ball> Operation)> Pairs =>
    [
        ("Add", static (arithmetic, x, y) => arithmetic.Add(x, y)),
        ("Subtract", static (arithmetic, x, y) => arithmetic.Subtract(x, y)),
        ("Multiply", static (arithmetic, x, y) => arithmetic.Multiply(x, y)),
        ("Divide", static (arithmetic, x, y) => arithmetic.Divide(x, y)),
        ("Max", static (arithmetic, x, y) => arithmetic.Max(x, y)),
        ("Min", static (arithmetic, x, y) => arithmetic.Min(x, y)),
        ("LogAddExp", static (arithmetic, x, y) => arithmetic.LogAddExp(x, y)),
        ("Power", static (arithmetic, x, y) => arithmetic.Power(x, y)),
        ("Square", static (arithmetic, x, y) => arithmetic.Power(x, Ball.Of(2))),
        ("Norm", static (arithmetic, x, y) => arithmetic.Norm([x, y])),
        ("Sum", static (arithmetic, x, y) => arithmetic.Sum([x, y, x])),
    ];

    private static double Edge(Random random) => random.Next(3) switch { 0 => 1, 1 => -1, _ => 2 * random.NextDouble() - 1 };

    private static void AssertDouble(double expected, Ball value)
    {
        Assert.True(value.TryToDouble(out double nearest));
        Assert.Equal(expected, nearest);
    }
}
