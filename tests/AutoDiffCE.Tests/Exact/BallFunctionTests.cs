using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>The functions of one number: that results are certified, accurate, and true.</summary>
public sealed partial class BallFunctionTests
{
    private const int Seed = 7300;

    public static TheoryData<string> Names => Balls.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_coarse_ball_holds_what_a_fine_one_does_and_is_as_narrow_as_its_precision(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed);
        foreach (int precision in new[] { 64, 128, 200, 333 })
        {
            var coarse = new BallArithmetic(precision);
            var fine = new BallArithmetic(4 * precision + 64);
            for (int i = 0; i < 100; i++)
            {
                double x = Balls.Argument(name, random);
                string what = FormattableString.Invariant($"{name}({x:R}) at {precision}");
                Ball result = function(coarse, Ball.Of(x));
                Ball reference = function(fine, Ball.Of(x));
                Assert.Equal(reference.Kind, result.Kind);
                if (result.IsUnknown) continue;
                Balls.AssertOverlap(reference, result, what);
                if (result.IsFinite && !reference.Mantissa.IsZero) Balls.AssertRelativeRadius(result, precision - 3, what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_function_of_a_ball_holds_the_function_of_its_points(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed + 1);
        var coarse = new BallArithmetic(96);
        var fine = new BallArithmetic(400);
        for (int i = 0; i < 250; i++)
        {
            double x = Balls.Argument(name, random);
            double radius = Math.Abs(x) * Math.ScaleB(1 + random.NextDouble(), -random.Next(1, 100));
            if (radius == 0 || !double.IsFinite(radius)) continue;
            double share = random.Next(3) switch { 0 => 1, 1 => -1, _ => 2 * random.NextDouble() - 1 };
            Ball point = new BallArithmetic(4096).Add(Ball.Of(x), Ball.Of(radius * share));
            Ball ball = Balls.Around(x, radius);
            Ball result = function(coarse, ball);
            if (!result.IsUnknown) Balls.AssertOverlap(function(fine, point), result, $"{name}({ball})");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_small_radius_stays_small(string name)
    {
        Func<BallArithmetic, Ball, Ball> function = Balls.Functions[name];
        var random = new Random(Seed + 2);
        var arithmetic = new BallArithmetic(192);
        for (int i = 0; i < 100; i++)
        {
            double x = Balls.ModerateArgument(name, random);
            Ball result = function(arithmetic, Balls.Around(x, Math.ScaleB(x, -100)));
            Balls.AssertRelativeRadius(result, 100 - 9, FormattableString.Invariant($"{name}({x:R})"));
        }
    }

    [Theory]
    [MemberData(nameof(KnownValues))]
    public void Known_values_are_met(string name, double x, string expected)
    {
        foreach (int precision in new[] { 64, 256, 1024 })
        {
            Ball result = Balls.Functions[name](new BallArithmetic(precision), Ball.Of(x));
            string what = FormattableString.Invariant($"{name}({x:R})");
            Balls.AssertOverlap(Balls.Parse(expected), result, what);
            Balls.AssertRelativeRadius(result, precision - 3, what);
        }
    }

    [Theory]
    [InlineData("Exp", -700, 700, 2)]
    [InlineData("ExpM1", -30, 30, 4)]
    [InlineData("Log", 1e-9, 1e9, 2)]
    [InlineData("LogP1", -0.999, 10, 4)]
    [InlineData("Sqrt", 1e-9, 1e9, 0)]
    [InlineData("Tanh", -20, 20, 2)]
    [InlineData("Sigmoid", -700, 30, 4)]
    [InlineData("Softplus", -700, 30, 4)]
    [InlineData("LogSigmoid", -30, 700, 4)]
    [InlineData("LogCosh", -30, 30, 4)]
    [InlineData("Erf", -6, 6, 4)]
    [InlineData("Erfc", -6, 26, 8)]
    [InlineData("Sinh", -700, 700, 2)]
    [InlineData("Cosh", -700, 700, 2)]
    [InlineData("Asinh", -30, 30, 4)]
    [InlineData("Acosh", 1, 30, 4)]
    [InlineData("Atanh", -1, 1, 4)]
    [InlineData("Sin", -1e6, 1e6, 2)]
    [InlineData("Cos", -1e6, 1e6, 2)]
    [InlineData("Tan", -1e6, 1e6, 2)]
    [InlineData("Asin", -1, 1, 2)]
    [InlineData("Acos", -1, 1, 2)]
    [InlineData("Atan", -30, 30, 2)]
    [InlineData("Cbrt", -1e9, 1e9, 2)]
    [InlineData("NormalPdf", -38, 38, 3)]
    [InlineData("NormalCdf", -38, 9, 4)]
    [InlineData("LogNormalCdf", -60, 38, 4)]
    [InlineData("InverseMills", -60, 38, 4)]
    [InlineData("LogGamma", 0, 10, 4)]
    [InlineData("Digamma", 0, 10, 4)]
    [InlineData("Trigamma", 0, 10, 4)]
    [InlineData("Tetragamma", 0, 10, 4)]
    public void A_function_in_double_is_a_few_units_in_the_last_place_away(string name, double low, double high, int units)
    {
        var random = new Random(Seed + 3);
        var arithmetic = new BallArithmetic(128);
        for (int i = 0; i < 1000; i++)
        {
            double x = low + (high - low) * random.NextDouble();
            Assert.True(Balls.Functions[name](arithmetic, Ball.Of(x)).TryToDouble(out double nearest));
            double other = InDouble(name, x);
            double unit = Math.Max(Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest), double.Epsilon);
            Assert.True(Math.Abs(other - nearest) <= units * unit, FormattableString.Invariant($"{name}({x:R}): {nearest:R}, {other:R}"));
        }
    }

    [Fact]
    public void Functions_work_at_the_largest_precision()
    {
        var arithmetic = new BallArithmetic(BallArithmetic.MaxPrecision);
        Ball x = Ball.Of(0.7);
        Ball back = arithmetic.Log(arithmetic.Exp(x));
        Balls.AssertOverlap(back, x, "log exp");
        Balls.AssertRelativeRadius(back, 8180, "log exp");
        Ball size = arithmetic.Tanh(x);
        Ball half = arithmetic.Subtract(arithmetic.Multiply(Ball.Of(2), arithmetic.Sigmoid(Ball.Of(1.4))), Ball.One);
        Balls.AssertOverlap(size, half, "tanh x = 2 sigmoid 2x − 1");
        Ball whole = arithmetic.Add(arithmetic.Erf(x), arithmetic.Erfc(x));
        Balls.AssertOverlap(whole, Ball.One, "erf + erfc");
        Balls.AssertRelativeRadius(whole, 8180, "erf + erfc");
        foreach (string name in new[] { "Sin", "Cos", "Tan", "Sinh", "Cosh", "Tanh" })
        {
            string inverse = "A" + char.ToLowerInvariant(name[0]) + name[1..];
            back = Balls.Functions[inverse](arithmetic, Balls.Functions[name](arithmetic, x));
            Balls.AssertOverlap(back, x, inverse);
            Balls.AssertRelativeRadius(back, 8180, inverse);
        }
        back = arithmetic.Power(arithmetic.Cbrt(x), Ball.Of(3));
        Balls.AssertOverlap(back, x, "cube of the root");
        Balls.AssertRelativeRadius(back, 8180, "cube of the root");
    }

    private static double InDouble(string name, double x) => name switch
    {
        "Exp" => Math.Exp(x),
        "ExpM1" => ScalarMath.ExpM1(x),
        "Log" => Math.Log(x),
        "LogP1" => ScalarMath.LogP1(x),
        "Sqrt" => Math.Sqrt(x),
        "Tanh" => Math.Tanh(x),
        "Sigmoid" => ScalarMath.Sigmoid(x),
        "Softplus" => ScalarMath.Softplus(x),
        "LogSigmoid" => ScalarMath.LogSigmoid(x),
        "LogCosh" => ScalarMath.LogCosh(x),
        "Erf" => ScalarMath.Erf(x),
        "Sinh" => Math.Sinh(x),
        "Cosh" => Math.Cosh(x),
        "Asinh" => ScalarMath.Asinh(x),
        "Acosh" => ScalarMath.Acosh(x),
        "Atanh" => ScalarMath.Atanh(x),
        "Sin" => Math.Sin(x),
        "Cos" => Math.Cos(x),
        "Tan" => Math.Tan(x),
        "Asin" => Math.Asin(x),
        "Acos" => Math.Acos(x),
        "Atan" => Math.Atan(x),
        "Cbrt" => ScalarMath.Cbrt(x),
        "NormalPdf" => ScalarMath.NormalPdf(x),
        "NormalCdf" => ScalarMath.NormalCdf(x),
        "LogNormalCdf" => ScalarMath.LogNormalCdf(x),
        "InverseMills" => ScalarMath.InverseMills(x),
        "LogGamma" => ScalarMath.LogGamma(x),
        "Digamma" => ScalarMath.Digamma(x),
        "Trigamma" => ScalarMath.Trigamma(x),
        "Tetragamma" => ScalarMath.Tetragamma(x),
        _ => ScalarMath.Erfc(x),
    };
}
