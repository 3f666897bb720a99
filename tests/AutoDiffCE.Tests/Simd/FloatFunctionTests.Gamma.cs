namespace AutoDiffCE.Tests.Simd;

/// <content>The gamma function.</content>
public abstract partial class FloatFunctionTests<V>
{
    // The largest errors met were 2.1, 2.0, 2.9 and 3.7.
    [Fact]
    public void The_logarithm_of_the_gamma_function_is_accurate_on_all_floats() => AssertAccurate(4, V.LogGamma, ScalarMath.LogGamma);

    [Fact]
    public void The_digamma_function_is_accurate_on_all_floats() => AssertAccurate(4, V.Digamma, ScalarMath.Digamma);

    [Fact]
    public void The_trigamma_function_is_accurate_on_all_floats() => AssertAccurate(4, V.Trigamma, ScalarMath.Trigamma);

    [Fact]
    public void The_tetragamma_function_is_accurate_on_all_floats() => AssertAccurate(5, V.Tetragamma, ScalarMath.Tetragamma);

    // 2.7 and 2.1; where the beta function is almost 1, what is left has the error of the terms.
    [Fact]
    public void The_beta_function_and_its_derivative_are_accurate()
    {
        var random = new Random(Environment.TickCount);
        float[] results = new float[V.Count];
        for (int i = 0; i < 20_000; i++)
        {
            float x = MathF.ScaleB(1 + random.NextSingle(), random.Next(-20, 60)), y = MathF.ScaleB(1 + random.NextSingle(), random.Next(-20, 60));
            double exact = ScalarMath.LogBeta(x, y), first = ScalarMath.LogGamma(Math.Min(x, y));
            double size = Math.Max(1, (Math.Abs(first) + Math.Abs(exact - first)) / Math.Abs(exact));
            V.Store(V.LogBeta(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            Assert.True(Distance(results[0], exact) <= 4 * size, $"log B({x:R}, {y:R}) is {results[0]:R}, exactly {exact:R}");
            V.Store(V.DigammaGap(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            double slope = ScalarMath.DigammaGap(x, y);
            Assert.True(Distance(results[0], slope) <= 5, $"its slope at ({x:R}, {y:R}) is {results[0]:R}, exactly {slope:R}");
        }
    }
}
