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

    [Fact]
    public async Task Numbers_are_compared_with_what_float_holds_where_something_is_computed_of_captures()
    {
        Assert.Contains("FitsSingle", await Source("h * h * x[k]"), StringComparison.Ordinal);
        Assert.DoesNotContain("FitsSingle", await Source("h * x[k] + x[0] / (2 * h)"), StringComparison.Ordinal);

        static async Task<string> Source(string formula) =>
            (await Infrastructure.GeneratorRunner.RunAsync(
                $"{Infrastructure.GeneratorRunner.Header}[Loss] public sealed partial class Sample(double h) {{ public double Formula(Row x, int k) => {formula}; }}")).Source;
    }
}
