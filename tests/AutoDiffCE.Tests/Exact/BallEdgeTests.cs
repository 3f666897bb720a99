using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Every function at every kind of ball, the smallest and the largest among them: it ends, and what it gives holds what it gives of a number in the ball.</summary>
public class BallEdgeTests
{
    private static readonly Int128 End = Ball.LargestExponent;

    private static readonly BallArithmetic arithmetic = new(128);

    private static readonly Ball least = Ball.Exactly(1, 1 - End);

    private static readonly Ball most = Ball.Exactly(1, End - 1);

    /// <summary>Balls, each with numbers that lie in it.</summary>
    private static readonly (Ball Ball, Ball[] Numbers)[] edges =
    [
        (Ball.Zero, [Ball.Zero]),
        (Ball.One, [Ball.One]),
        (Ball.Of(-0.75), [Ball.Of(-0.75)]),
        (least, [least]),
        (-least, [-least]),
        (most, [most]),
        (-most, [-most]),
        (Ball.Tiny, [Ball.Zero]),
        (Ball.Negligible, [Ball.Zero]),
        (Balls.Around(0, 3), [Ball.Zero, Ball.One, Ball.Of(-2.5)]),
        (Balls.Around(1, 1), [Ball.Zero, Ball.One, Ball.Of(2)]),
        (Balls.Around(-2, 1e-300), [Ball.Of(-2)]),
        (Balls.Around(1e300, 1e299), [Ball.Of(1e300)]),
        (Ball.One.Widened(Ball.Tiny.Radius), [Ball.One]),
        (Ball.Within(most.Largest), [Ball.Zero, Ball.One, -most, most]),
        (most.Widened(most.Largest), [most, Ball.One]),
        (Ball.Huge, []),
        (-Ball.Huge, []),
        (Ball.BoundedHuge, []),
        (Ball.PositiveInfinity, [Ball.PositiveInfinity]),
        (Ball.NegativeInfinity, [Ball.NegativeInfinity]),
        (Ball.Unknown, [Ball.One]),
    ];

    private static readonly (string Name, Func<Ball, Ball> Function)[] ofOne =
    [
        ("exp", arithmetic.Exp), ("expm1", arithmetic.ExpM1), ("log", arithmetic.Log), ("log1p", arithmetic.LogP1), ("sqrt", arithmetic.Sqrt),
        ("tanh", arithmetic.Tanh), ("sigmoid", arithmetic.Sigmoid), ("softplus", arithmetic.Softplus), ("log-sigmoid", arithmetic.LogSigmoid),
        ("log-cosh", arithmetic.LogCosh), ("erf", arithmetic.Erf), ("erfc", arithmetic.Erfc), ("x log x", arithmetic.XLogX), ("abs", arithmetic.Abs),
        ("norm", x => arithmetic.Norm([x])), ("negate", x => -x), ("sinh", arithmetic.Sinh), ("cosh", arithmetic.Cosh), ("asinh", arithmetic.Asinh),
        ("acosh", arithmetic.Acosh), ("atanh", arithmetic.Atanh), ("sin", arithmetic.Sin), ("cos", arithmetic.Cos), ("tan", arithmetic.Tan),
        ("asin", arithmetic.Asin), ("acos", arithmetic.Acos), ("atan", arithmetic.Atan), ("cbrt", arithmetic.Cbrt), ("floor", arithmetic.Floor),
        ("ceiling", arithmetic.Ceiling), ("round", arithmetic.Round), ("truncate", arithmetic.Truncate),
        ("normal density", arithmetic.NormalPdf), ("normal", arithmetic.NormalCdf), ("log-normal", arithmetic.LogNormalCdf), ("mills", arithmetic.InverseMills),
        ("log-gamma", arithmetic.LogGamma), ("digamma", arithmetic.Digamma), ("trigamma", arithmetic.Trigamma), ("tetragamma", arithmetic.Tetragamma),
    ];

    private static readonly (string Name, Func<Ball, Ball, Ball> Function)[] ofTwo =
    [
        ("add", arithmetic.Add), ("subtract", arithmetic.Subtract), ("multiply", arithmetic.Multiply), ("divide", arithmetic.Divide), ("max", arithmetic.Max),
        ("min", arithmetic.Min), ("power", arithmetic.Power), ("log-add-exp", arithmetic.LogAddExp), ("norm", (x, y) => arithmetic.Norm([x, y])),
        ("log-sum-exp", (x, y) => arithmetic.LogSumExp([x, y, x])), ("sum", (x, y) => arithmetic.Sum([x, y])), ("atan2", arithmetic.Atan2),
        ("log-beta", arithmetic.LogBeta), ("digamma gap", arithmetic.DigammaGap),
    ];

    [Fact]
    public void Functions_of_a_ball_hold_those_of_its_numbers()
    {
        foreach ((string name, Func<Ball, Ball> function) in ofOne)
        {
            foreach ((Ball ball, Ball[] numbers) in edges)
            {
                Ball result = function(ball);
                foreach (Ball number in numbers)
                    AssertHolds(result, function(number), $"{name} of {ball}, at {number}");
            }
        }
    }

    [Fact]
    public void Functions_of_two_balls_hold_those_of_their_numbers()
    {
        foreach ((string name, Func<Ball, Ball, Ball> function) in ofTwo)
        {
            foreach ((Ball x, Ball[] ofX) in edges)
            {
                foreach ((Ball y, Ball[] ofY) in edges)
                {
                    Ball result = function(x, y);
                    foreach ((Ball a, Ball b) in ofX.SelectMany(a => ofY.Select(b => (a, b))))
                        AssertHolds(result, function(a, b), $"{name} of {x} and {y}, at {a} and {b}");
                }
            }
        }
    }

    // e^x is positive, also where nothing tells it from 0.
    [Fact]
    public void What_is_known_not_to_be_negative_has_roots_and_powers()
    {
        Ball huge = arithmetic.Exp(arithmetic.Exp(Ball.Of(100)));
        Ball[] underflown =
        [
            arithmetic.Exp(Ball.Of(-1e300)), arithmetic.Exp(-huge), arithmetic.Sigmoid(Ball.Of(-1e300)), arithmetic.Softplus(Ball.Of(-1e300)),
            arithmetic.Erfc(Ball.Of(1e300)), arithmetic.Abs(Ball.Tiny), arithmetic.Norm([Ball.Tiny]), arithmetic.LogCosh(Balls.Around(0, 1e-300)),
        ];
        foreach (Ball small in underflown)
        {
            Ball also = arithmetic.Divide(arithmetic.Multiply(arithmetic.Add(small, small), Ball.Of(0.7)), arithmetic.Add(Ball.One, small));
            foreach (Ball ball in new[] { small, also })
            {
                Assert.True(ball.IsNotNegative);
                foreach (Ball result in new[] { arithmetic.Sqrt(ball), arithmetic.Power(ball, Ball.Of(0.25)), arithmetic.Power(ball, Ball.Of(2.5)) })
                {
                    Assert.True(result.IsFinite && result.IsNotNegative && result.Largest.Top < -400, $"{ball} gives {result}");
                    Balls.AssertOverlap(result, Ball.Zero, "power");
                }
            }
            Assert.True(arithmetic.Power(small, Ball.Of(-0.5)).IsUnknown);
            Assert.True(arithmetic.Sqrt(-small).IsUnknown);
            Assert.True(arithmetic.Sqrt(arithmetic.Subtract(small, small)).IsUnknown);
        }
        Assert.True(arithmetic.Sqrt(Ball.Tiny).IsUnknown);
    }

    private static void AssertHolds(Ball result, Ball value, string what)
    {
        if (result.IsUnknown || value.IsUnknown)
            return;
        if (result.IsFinite && value.IsFinite)
            Balls.AssertOverlap(result, value, what);
        else if (result.IsFinite && value.IsHuge)
            Assert.True(result.Largest.Top > End, what);
        else if (result.IsHuge && value.IsFinite)
            Assert.True(value.Sign == result.Sign && value.Smallest().Top > End / 2, what);
        else
            Assert.True(result.Kind == value.Kind || (result.IsUnsignedInfinity && value.IsInfinite), $"{what}: {result.Kind}, and not {value.Kind}");
    }
}
