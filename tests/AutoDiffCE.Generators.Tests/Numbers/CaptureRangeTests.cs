namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>What is captured may make up a number that float does not hold, beside an input that brings it back.</summary>
public class CaptureRangeTests
{
    [Theory]
    [InlineData("h * h * h * (x[k] + 1) * h * h * h", 1e-8, 1e18, 1e-30, 1e-48)]
    [InlineData("Pow(h, 6) * x[k]", 1e-8, 1e18, 1e-30, 1e-48)]
    [InlineData("x[k] / (h * h * h * h * h)", 1e-10, 1e-30, 1e20, 1e50)]
    [InlineData("x[k] * h / (1 / h)", 1e-20, 1e18, 1e-22, 1e-40)]
    [InlineData("x[k] * (1 / Cube(h))", 1e-15, 1e-20, 1e25, 1e45)]
    [InlineData("Exp(-h) * x[k]", 100, 1e30, 3.720075976020836e-14, 3.720075976020836e-44)]
    public async Task A_float_result_is_right_where_what_is_captured_is_beyond_float(string formula, double h, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI", "(double h)", $"({h:R})");
        double[] actual = loss.InFloat(new[] { x }, 0);
        Assert.InRange(actual[0] / value, 1 - 1e-6, 1 + 1e-6);
        Assert.Equal((float)gradient, (float)actual[1]);
    }

    // At x = -3 and h = 65.5031, of which float holds neither all digits nor those of x - h.
    [Theory]
    [InlineData("Log(Exp(x) + Exp(h))", 65.5031, 1.776158329023502e-30)]
    [InlineData("Exp(x) * Exp(h)", 1.3955693792394787e+27, 1.3955693792394787e+27)]
    [InlineData("Exp(x) / (Exp(x) + Exp(h))", 1.776158329023502e-30, 1.776158329023502e-30)]
    [InlineData("Log(1 + Exp(x) / Exp(h))", 1.7761583290235017e-30, 1.776158329023502e-30)]
    [InlineData("Log(1 + Exp(x) * Exp(-h))", 1.7761583290235017e-30, 1.776158329023502e-30)]
    [InlineData("1 / (1 + Exp(x) * Exp(-h))", 1.0, -1.776158329023502e-30)]
    public async Task A_large_capture_takes_no_digits_from_an_exponential_that_was_a_factor(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S", "(double h)", "(65.5031)");
        double[] actual = loss.InFloat(-3.0);
        Assert.InRange(actual[0] / value, 1 - 2e-7, 1 + 2e-7);
        Assert.InRange(actual[1] / gradient, 1 - 2e-7, 1 + 2e-7);
    }

    [Fact]
    public async Task Numbers_are_compared_with_what_float_holds_where_something_is_computed_of_captures()
    {
        Assert.Contains("FitsSingle", await Source("h * h * x[k]"), StringComparison.Ordinal);
        Assert.DoesNotContain("FitsSingle", await Source("h * x[k] + x[0] / (2 * h)"), StringComparison.Ordinal);
        Assert.Contains("FitsTermOfSingle", await Source("Exp(x[k]) / Exp(h)"), StringComparison.Ordinal);
        Assert.DoesNotContain("FitsTermOfSingle", await Source("Exp(x[k] - h) + Log(Exp(x[0] - h) + 1)"), StringComparison.Ordinal);

        static async Task<string> Source(string formula) =>
            (await Infrastructure.GeneratorRunner.RunAsync(
                $"{Infrastructure.GeneratorRunner.Header}[Loss] public sealed partial class Sample(double h) {{ public double Formula(Row x, int k) => {formula}; }}")).Source;
    }
}
