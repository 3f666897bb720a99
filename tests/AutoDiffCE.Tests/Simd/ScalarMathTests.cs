using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Simd;

public sealed class ScalarMathTests
{
    private static readonly int points = LongForm.IsAsked ? 50_000 : 20_000;

    // Units in the last place; the largest errors met in some million points were 1.35, 1.00, 1.30 and 3.7.
    private const double ExpM1Tolerance = 1.5;
    private const double LogP1Tolerance = 1.2;
    private const double ErfTolerance = 1.6;
    private const double ErfcTolerance = 4;

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1.5, 1.5)]
    [InlineData(-50, 709)]
    public void ExpM1_is_accurate(double from, double to) => AssertAccurate(ExpM1Tolerance, ScalarMath.ExpM1, PreciseMath.ExpM1, from, to);

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-0.999999, 2)]
    [InlineData(1, 1e6)]
    public void LogP1_is_accurate(double from, double to) => AssertAccurate(LogP1Tolerance, ScalarMath.LogP1, PreciseMath.LogP1, from, to);

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1.1, 1.1)]
    [InlineData(-7, 7)]
    public void Erf_is_accurate(double from, double to) => AssertAccurate(ErfTolerance, ScalarMath.Erf, PreciseMath.Erf, from, to);

    [Theory]
    [InlineData(-7, 0.5)]
    [InlineData(0.4, 2.6)]
    [InlineData(2.5, 27.3)]
    public void Erfc_is_accurate(double from, double to) => AssertAccurate(ErfcTolerance, ScalarMath.Erfc, PreciseMath.Erfc, from, to);

    [Fact]
    public void Erf_and_erfc_are_exact_at_their_special_points()
    {
        Assert.True(double.IsNegative(ScalarMath.Erf(-0.0)));
        Assert.Equal(double.Epsilon, ScalarMath.Erf(double.Epsilon));
        Assert.Equal(1, ScalarMath.Erf(double.PositiveInfinity));
        Assert.Equal(-1, ScalarMath.Erf(double.NegativeInfinity));
        Assert.Equal(double.NaN, ScalarMath.Erf(double.NaN));
        Assert.Equal(1, ScalarMath.Erfc(0));
        Assert.Equal(0, ScalarMath.Erfc(1e300));
        Assert.Equal(2, ScalarMath.Erfc(double.NegativeInfinity));
        Assert.Equal(double.NaN, ScalarMath.Erfc(double.NaN));
    }

    [Fact]
    public void ExpM1_is_exact_at_its_special_points()
    {
        Assert.True(double.IsNegative(ScalarMath.ExpM1(-0.0)));
        Assert.Equal(double.Epsilon, ScalarMath.ExpM1(double.Epsilon));
        Assert.Equal(-1, ScalarMath.ExpM1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, ScalarMath.ExpM1(double.PositiveInfinity));
        Assert.Equal(double.NaN, ScalarMath.ExpM1(double.NaN));
    }

    [Fact]
    public void LogP1_is_exact_at_its_special_points()
    {
        Assert.True(double.IsNegative(ScalarMath.LogP1(-0.0)));
        Assert.Equal(-double.Epsilon, ScalarMath.LogP1(-double.Epsilon));
        Assert.Equal(double.NegativeInfinity, ScalarMath.LogP1(-1));
        Assert.Equal(double.NaN, ScalarMath.LogP1(-1.5));
        Assert.Equal(double.PositiveInfinity, ScalarMath.LogP1(double.PositiveInfinity));
        Assert.Equal(double.NaN, ScalarMath.LogP1(double.NaN));
    }

    [Fact]
    public void Softplus_and_sigmoid_keep_both_ends()
    {
        Assert.Equal(Math.Exp(-700), ScalarMath.Softplus(-700));
        Assert.Equal(1e300, ScalarMath.Softplus(1e300));
        Assert.Equal(double.PositiveInfinity, ScalarMath.Softplus(double.PositiveInfinity));
        Assert.Equal(0, ScalarMath.Softplus(double.NegativeInfinity));
        Assert.Equal(Math.Log(2), ScalarMath.Softplus(0));
        Assert.Equal(-1e300, ScalarMath.LogSigmoid(-1e300));
        Assert.Equal(-Math.Exp(-700), ScalarMath.LogSigmoid(700));
        Assert.Equal(Math.Exp(-700), ScalarMath.Sigmoid(-700));
        Assert.Equal(1, ScalarMath.Sigmoid(double.PositiveInfinity));
        Assert.Equal(0, ScalarMath.Sigmoid(double.NegativeInfinity));
        Assert.Equal(0.5, ScalarMath.Sigmoid(0));
        Assert.All([ScalarMath.Softplus, ScalarMath.Sigmoid, (Func<double, double>)ScalarMath.LogSigmoid],
            function => Assert.Equal(double.NaN, function(double.NaN)));
    }

    // References of 60 digits, rounded; on both sides of the seam at 2.
    [Theory]
    [InlineData(1e-9, 5.000000000000000622e-19)]
    [InlineData(0.25, 0.03092980362016137145577)]
    [InlineData(-1, 0.4337808304830271870265)]
    [InlineData(1.9375, 1.26489472034115159846)]
    [InlineData(2, 1.325002747357864430938)]
    [InlineData(-2.0625, 1.385387075520373373571)]
    [InlineData(40, 39.30685281944005469058)]
    [InlineData(1000, 999.3068528194400546906)]
    [InlineData(-1e300, 1e300)]
    public void LogCosh_is_accurate(double x, double expected) => AssertRelative(1e-15, expected, ScalarMath.LogCosh(x));

    [Fact]
    public void LogCosh_and_LogAddExp_are_exact_at_their_special_points()
    {
        double infinity = double.PositiveInfinity;
        Assert.Equal(0, ScalarMath.LogCosh(-0.0));
        Assert.Equal(infinity, ScalarMath.LogCosh(-infinity));
        Assert.Equal(double.NaN, ScalarMath.LogCosh(double.NaN));
        Assert.Equal(-infinity, ScalarMath.LogAddExp(-infinity, -infinity));
        Assert.Equal(infinity, ScalarMath.LogAddExp(infinity, infinity));
        Assert.Equal(infinity, ScalarMath.LogAddExp(-infinity, infinity));
        Assert.Equal(3, ScalarMath.LogAddExp(3, -infinity));
        Assert.Equal(double.NaN, ScalarMath.LogAddExp(double.NaN, infinity));
        Assert.Equal(double.NaN, ScalarMath.LogAddExp(-infinity, double.NaN));
        Assert.Equal(Math.Exp(-700), ScalarMath.LogAddExp(0, -700));
    }

    [Theory]
    [InlineData(0, 0, 0.6931471805599453094172)]
    [InlineData(0.25, -0.75, 0.563261687518222834049)]
    [InlineData(-40, 0, 4.248354255291588986305e-18)]
    [InlineData(-1000, -1000, -999.3068528194400546906)]
    [InlineData(700, -700, 700)]
    [InlineData(3, 1e300, 1e300)]
    public void LogAddExp_is_accurate(double a, double b, double expected) => AssertRelative(1e-15, expected, ScalarMath.LogAddExp(a, b));

    [Fact]
    public void Steps_and_bounds_keep_NaN_and_follow_the_conventions_at_their_ends()
    {
        Assert.Equal(double.NaN, ScalarMath.Relu(double.NaN));
        Assert.Equal(0, ScalarMath.Relu(-3));
        Assert.Equal(3, ScalarMath.Relu(3));
        Assert.Equal(double.NaN, ScalarMath.Sign(double.NaN));
        Assert.Equal(0, ScalarMath.Sign(-0.0));
        Assert.Equal(-1, ScalarMath.Sign(double.NegativeInfinity));
        Assert.Equal(1, ScalarMath.Sign(double.Epsilon));
        Assert.Equal(double.NaN, ScalarMath.Clamp(double.NaN, 0, 1));
        Assert.Equal(0, ScalarMath.Clamp(-5, 0, 1));
        Assert.Equal(1, ScalarMath.Clamp(5, 0, 1));
        Assert.Equal(0.5, ScalarMath.Clamp(0.5, 0, 1));
        Assert.Equal(double.NaN, ScalarMath.Max(double.NaN, 1));
        Assert.Equal(double.NaN, ScalarMath.Min(1, double.NaN));
        Assert.Equal(2, ScalarMath.Max(1, 2));
        Assert.Equal(1, ScalarMath.Min(1, 2));
    }

    [Fact]
    public void Zero_times_a_logarithm_is_zero()
    {
        Assert.Equal(0, ScalarMath.XLogX(0));
        Assert.Equal(2 * Math.Log(2), ScalarMath.XLogX(2));
        Assert.Equal(double.NaN, ScalarMath.XLogX(-1));
        Assert.All([0, double.NaN, double.PositiveInfinity, -1], y => Assert.Equal(0, ScalarMath.XLogY(0, y)));
        Assert.Equal(double.NegativeInfinity, ScalarMath.XLogY(2, 0));
    }

    [Fact]
    public void LogSumExp_neither_overflows_nor_loses_the_small_terms()
    {
        Assert.Equal(double.NegativeInfinity, ScalarMath.LogSumExp([]));
        Assert.Equal(double.NegativeInfinity, ScalarMath.LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(double.PositiveInfinity, ScalarMath.LogSumExp([1, double.PositiveInfinity]));
        Assert.Equal(double.NaN, ScalarMath.LogSumExp([double.PositiveInfinity, double.NaN]));
        Assert.Equal(1000 + Math.Log(2), ScalarMath.LogSumExp([1000, 1000]));
        Assert.Equal(Math.Exp(-700), ScalarMath.LogSumExp([-700, 0]));
    }

    // Tolerances in units in the last place.
    [Theory]
    [InlineData("Asinh", 2.5, -3, 3)]
    [InlineData("Asinh", 2.5, -1e19, 1e19)]
    [InlineData("Acosh", 3, 1, 1.001)]
    [InlineData("Acosh", 3, 1, 30)]
    [InlineData("Acosh", 3, 1, 1e19)]
    [InlineData("Atanh", 2.5, -1, 1)]
    [InlineData("Atanh", 2.5, -1e-3, 1e-3)]
    [InlineData("Cbrt", 1, -30, 30)]
    [InlineData("Cbrt", 1, -1e300, 1e300)]
    public void Inverses_and_roots_are_accurate(string name, double tolerance, double from, double to)
    {
        Func<double, double> function = name switch { "Asinh" => ScalarMath.Asinh, "Acosh" => ScalarMath.Acosh, "Atanh" => ScalarMath.Atanh, _ => ScalarMath.Cbrt };
        AssertAccurate(tolerance, function, ExactMath.Of(name), from, to, points / 10);
    }

    [Fact]
    public void Inverses_and_roots_are_exact_at_their_special_points()
    {
        const double infinity = double.PositiveInfinity;
        foreach (Func<double, double> odd in new[] { ScalarMath.Asinh, ScalarMath.Atanh, ScalarMath.Cbrt })
        {
            Assert.True(double.IsNegative(odd(-0.0)) && !double.IsNegative(odd(0.0)) && odd(0) == 0);
            Assert.Equal(double.NaN, odd(double.NaN));
        }
        Assert.Equal(double.Epsilon, ScalarMath.Asinh(double.Epsilon));
        Assert.Equal(-double.Epsilon, ScalarMath.Atanh(-double.Epsilon));
        Assert.Equal(-infinity, ScalarMath.Asinh(-infinity));
        Assert.Equal(-710.47586007394395, ScalarMath.Asinh(double.MinValue), 1e-12);
        Assert.Equal(0, ScalarMath.Acosh(1));
        Assert.Equal(710.47586007394395, ScalarMath.Acosh(double.MaxValue), 1e-12);
        Assert.Equal(infinity, ScalarMath.Acosh(infinity));
        Assert.All([0.99, -2, -infinity, double.NaN], x => Assert.Equal(double.NaN, ScalarMath.Acosh(x)));
        Assert.Equal(infinity, ScalarMath.Atanh(1));
        Assert.Equal(-infinity, ScalarMath.Atanh(-1));
        Assert.All([1.5, -infinity], x => Assert.Equal(double.NaN, ScalarMath.Atanh(x)));
        Assert.Equal(-infinity, ScalarMath.Cbrt(-infinity));
        Assert.Equal(-3, ScalarMath.Cbrt(-27));
        Assert.Equal(1.7031839360032603e-108, ScalarMath.Cbrt(double.Epsilon));
    }

    [Fact]
    public void A_hypotenuse_is_accurate_neither_overflows_nor_underflows_and_is_infinite_beside_NaN()
    {
        const double infinity = double.PositiveInfinity;
        Assert.Equal(5, ScalarMath.Hypot(-3, 4));
        Assert.Equal(5e300, ScalarMath.Hypot(3e300, 4e300));
        Assert.Equal(5 * double.Epsilon, ScalarMath.Hypot(3 * double.Epsilon, 4 * double.Epsilon));
        Assert.Equal(0, ScalarMath.Hypot(0, -0.0));
        Assert.Equal(infinity, ScalarMath.Hypot(double.NaN, -infinity));
        Assert.Equal(double.NaN, ScalarMath.Hypot(double.NaN, 1));
        Assert.Equal(double.NaN, ScalarMath.Hypot(0, double.NaN));
        var random = new Random(11);
        for (int i = 0; i < 1000; i++)
        {
            (double x, double y) = (random.NextDouble(), 3 * random.NextDouble());
            Assert.InRange(ExactMath.Hypot(x, y).Distance(ScalarMath.Hypot(x, y)), 0, 2);
        }
    }

    private static void AssertRelative(double tolerance, double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");

    private static void AssertAccurate(
        double tolerance, Func<double, double> function, Func<double, ScaledNumber> reference, double from, double to, int? count = null)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        double worst = 0;
        double worstArgument = 0;
        for (int i = 0; i < (count ?? points); i++)
        {
            double x = from + (to - from) * random.NextDouble();
            double distance = reference(x).Distance(function(x));
            if (distance <= worst) continue;
            worst = distance;
            worstArgument = x;
        }

        Assert.True(worst <= tolerance, $"{worst:F3} units in the last place at {worstArgument:R}, seed {seed}");
    }
}
