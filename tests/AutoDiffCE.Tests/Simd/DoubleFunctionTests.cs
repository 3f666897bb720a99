using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Simd;

/// <summary>The functions of one double register, measured at dense random points against 100-bit arithmetic.</summary>
public abstract partial class DoubleFunctionTests<V>
    where V : struct, ILanes<V, double>
{
    private static readonly int points = LongForm.IsAsked ? 1_000_000 : 10_000;

    // Units in the last place. The largest errors met over some million points, with and without fused multiply-add, were 1.12 (Exp),
    // 1.41 (ExpM1), 0.82 (Log), 0.85 (LogP1), 1.49 (Tanh), 1.58 (Erf) and 5.29 (Erfc).
    private const double ExpTolerance = 1.2;
    private const double ExpM1Tolerance = 1.5;
    private const double LogTolerance = 1;
    private const double LogP1Tolerance = 1;
    private const double TanhTolerance = 1.6;
    private const double ErfTolerance = 1.8;
    private const double ErfcTolerance = 6;

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-40, 40)]
    [InlineData(-745.13, 709.78)]
    [InlineData(-745.13, -700)]
    public void Exp_is_accurate(double from, double to) =>
        AssertAccurate(ExpTolerance, V.Exp, PreciseMath.Exp, random => Uniform(random, from, to));

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1, 1)]
    [InlineData(-50, 50)]
    [InlineData(50, 709.78)]
    public void ExpM1_is_accurate(double from, double to) =>
        AssertAccurate(ExpM1Tolerance, V.ExpM1, PreciseMath.ExpM1, random => Uniform(random, from, to));

    [Fact]
    public void ExpM1_is_accurate_near_zero() => AssertAccurate(ExpM1Tolerance, V.ExpM1, PreciseMath.ExpM1, random => AnySize(random, -1074, -1));

    [Theory]
    [InlineData(0.99, 1.01)]
    [InlineData(0.5, 2)]
    [InlineData(1e-3, 1e3)]
    public void Log_is_accurate(double from, double to) =>
        AssertAccurate(LogTolerance, V.Log, PreciseMath.Log, random => Uniform(random, from, to));

    [Fact]
    public void Log_is_accurate_at_every_size() =>
        AssertAccurate(LogTolerance, V.Log, PreciseMath.Log, random => Math.Abs(AnySize(random, -1074, 1023)));

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-0.999999, 2)]
    [InlineData(-0.5, 1)]
    [InlineData(1, 1e6)]
    public void LogP1_is_accurate(double from, double to) =>
        AssertAccurate(LogP1Tolerance, V.LogP1, PreciseMath.LogP1, random => Uniform(random, from, to));

    [Fact]
    public void LogP1_is_accurate_at_every_size() => AssertAccurate(LogP1Tolerance, V.LogP1, PreciseMath.LogP1, random =>
    {
        double x = AnySize(random, -1074, 1023);
        return x < -0.5 ? -x : x;
    });

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1, 1)]
    [InlineData(-25, 25)]
    public void Tanh_is_accurate(double from, double to) =>
        AssertAccurate(TanhTolerance, V.Tanh, PreciseMath.Tanh, random => Uniform(random, from, to));

    [Fact]
    public void Tanh_is_accurate_at_every_size() => AssertAccurate(TanhTolerance, V.Tanh, PreciseMath.Tanh, random => AnySize(random, -1074, 1023));

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1.1, 1.1)]
    [InlineData(-7, 7)]
    public void Erf_is_accurate(double from, double to) =>
        AssertAccurate(ErfTolerance, V.Erf, PreciseMath.Erf, random => Uniform(random, from, to));

    [Fact]
    public void Erf_is_accurate_at_every_size() => AssertAccurate(ErfTolerance, V.Erf, PreciseMath.Erf, random => AnySize(random, -1074, 1023));

    [Theory]
    [InlineData(-7, 0.5)]
    [InlineData(0.4, 2.6)]
    [InlineData(2.5, 27.3)]
    public void Erfc_is_accurate(double from, double to) =>
        AssertAccurate(ErfcTolerance, V.Erfc, PreciseMath.Erfc, random => Uniform(random, from, to));

    [Fact]
    public void Pow_is_the_scalar_power_in_every_lane()
    {
        double[] numbers = [0, -0.0, 1, -1, 2, -2, 0.5, 3, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-310, 1e200];
        double[] powers = new double[V.Count];
        foreach (double x in numbers)
        {
            foreach (double y in numbers)
            {
                V.Store(V.Pow(V.Broadcast(x), V.Broadcast(y)), ref powers[0]);
                Assert.All(powers, power => Assert.Equal(Math.Pow(x, y), power));
            }
        }
    }

    private static double Uniform(Random random, double from, double to) => from + (to - from) * random.NextDouble();

    private static double AnySize(Random random, int smallest, int largest)
    {
        double size = Math.ScaleB(1 + random.NextDouble(), random.Next(smallest, largest + 1));
        return random.Next(2) == 0 ? size : -size;
    }

    private static void AssertAccurate(double tolerance, Func<V, V> function, Func<double, ScaledNumber> reference, Func<Random, double> point) =>
        AssertAccurate(tolerance, function, reference, point, points);

    private static void AssertAccurate(double tolerance, Func<V, V> function, Func<double, ScaledNumber> reference, Func<Random, double> point, int points)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        double[] arguments = new double[V.Count];
        double[] results = new double[V.Count];
        double worst = 0;
        double worstArgument = 0;
        for (int i = 0; i < points; i += V.Count)
        {
            for (int lane = 0; lane < V.Count; lane++) arguments[lane] = point(random);
            V.Store(function(V.Load(ref arguments[0])), ref results[0]);
            for (int lane = 0; lane < V.Count; lane++)
            {
                double distance = reference(arguments[lane]).Distance(results[lane]);
                if (distance <= worst) continue;
                worst = distance;
                worstArgument = arguments[lane];
            }
        }

        Assert.True(worst <= tolerance, $"{worst:F3} units in the last place at {worstArgument:R}, seed {seed}");
    }
}
