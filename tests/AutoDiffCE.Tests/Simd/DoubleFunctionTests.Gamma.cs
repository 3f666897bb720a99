namespace AutoDiffCE.Tests.Simd;

/// <content>The gamma function and the beta function, against the exact evaluation.</content>
public abstract partial class DoubleFunctionTests<V>
{
    // Units in the last place. The largest errors met in some ten thousand points were 2.2, 1.9, 2.8 and 3.6; 2.9 and 2.6 for the beta function.
    [Theory]
    [InlineData("LogGamma", 4, 0, 0.6)]
    [InlineData("LogGamma", 4, 0.9, 1.1)]
    [InlineData("LogGamma", 4, 1, 10)]
    [InlineData("LogGamma", 4, 4, 100)]
    [InlineData("Digamma", 4, 0, 1.2)]
    [InlineData("Digamma", 4, 1.45, 1.47)]
    [InlineData("Digamma", 4, 1, 10)]
    [InlineData("Trigamma", 4, 0, 10)]
    [InlineData("Tetragamma", 5, 0, 10)]
    public void The_gamma_function_is_accurate(string name, double tolerance, double from, double to) =>
        AssertAccurate(tolerance, OfGamma[name], ExactMath.Of(name), random => Uniform(random, from, to), points / 8);

    [Theory]
    [InlineData("LogGamma", 4, -1074, 1013)]
    [InlineData("Digamma", 4, -1022, 1023)]
    [InlineData("Trigamma", 4, -511, 1022)]
    [InlineData("Tetragamma", 5, -340, 510)]
    public void The_gamma_function_is_accurate_at_every_size(string name, double tolerance, int smallest, int largest) =>
        AssertAccurate(tolerance, OfGamma[name], ExactMath.Of(name), random => Math.Abs(AnySize(random, smallest, largest)), points / 8);

    // Close to a root, a number of the distance's own size.
    [Theory]
    [InlineData("LogGamma", 4, 1)]
    [InlineData("LogGamma", 4, 2)]
    [InlineData("Digamma", 4, 1.4616321449683622)]
    public void The_gamma_function_is_accurate_beside_its_roots(string name, double tolerance, double root) =>
        AssertAccurate(tolerance, OfGamma[name], ExactMath.Of(name), random => root + AnySize(random, -52, -3), points / 8);

    // Where the beta function is almost 1, what is left has the error of the terms.
    [Fact]
    public void The_beta_function_is_accurate()
    {
        var random = new Random(Environment.TickCount);
        double[] results = new double[V.Count];
        for (int i = 0; i < points / 8; i++)
        {
            (double x, double y) = PairOfBeta(random);
            V.Store(V.LogBeta(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            double first = ScalarMath.LogGamma(Math.Min(x, y));
            double size = Math.Max(1, (Math.Abs(first) + Math.Abs(results[0] - first)) / Math.Abs(results[0]));
            double distance = ExactMath.LogBeta(x, y).Distance(results[0]);
            Assert.True(distance <= 4 * size, $"{distance:F3} units in the last place, for a condition of {size:F3}, at {x:R} and {y:R}");
        }
    }

    [Fact]
    public void The_derivative_of_the_beta_function_is_accurate()
    {
        var random = new Random(Environment.TickCount);
        double[] results = new double[V.Count];
        for (int i = 0; i < points / 8; i++)
        {
            (double x, double y) = PairOfBeta(random);
            V.Store(V.DigammaGap(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            double distance = ExactMath.DigammaGap(x, y).Distance(results[0]);
            Assert.True(distance <= 5, $"{distance:F3} units in the last place at {x:R} and {y:R}");
        }
    }

    private static (double X, double Y) PairOfBeta(Random random)
    {
        double x = Math.Abs(random.Next(2) == 0 ? AnySize(random, -6, 6) : AnySize(random, -200, 200));
        double y = Math.Abs(random.Next(3) switch { 0 => AnySize(random, -6, 6), 1 => AnySize(random, -200, 200), _ => AnySize(random, -20, 20) * x });
        return (x, y);
    }

    private static Dictionary<string, Func<V, V>> OfGamma { get; } = new()
    {
        ["LogGamma"] = V.LogGamma,
        ["Digamma"] = V.Digamma,
        ["Trigamma"] = V.Trigamma,
        ["Tetragamma"] = V.Tetragamma,
    };
}
