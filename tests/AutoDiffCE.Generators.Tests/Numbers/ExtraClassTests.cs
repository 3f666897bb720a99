using AutoDiffCE.Generators.Tests.Infrastructure;
using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>A label of more classes than a row has elements never reads beyond a row, be it the sample's, a captured one or a computed one.</summary>
public class ExtraClassTests
{
    private const string Number = """
        Sum(Where(Index(w) == k, Log(w), 0)) * x[0] + Sum(w, (a, i) => i == k ? a * a : 0) * x[1] + Sum(Where(Index(x) < k, Exp(w), 0) * x)
            + Pow(w[0], k) * x[0] + Sum(Pow(w, k)) * x[2] + Max(Where(Index(w) == k, Log(w), -1)) * x[1] + LogSumExp(Where(Index(w) == k, w * w, x))
        """;

    private static readonly double[] row = [0.5, -1.25, 2], captured = [1.5, 0.75, 2.25];

    private static double Formula(Row x, Row w, int k) =>
        (Sum(Where(Index(w) == k, Log(w), 0)) * x[0]) + (Sum(w, (a, i) => i == k ? a * a : 0) * x[1]) + Sum(Where(Index(x) < k, Exp(w), 0) * x)
            + (Pow(w[0], k) * x[0]) + (Sum(Pow(w, k)) * x[2]) + (Max(Where(Index(w) == k, Log(w), -1)) * x[1]) + LogSumExp(Where(Index(w) == k, w * w, x));

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public async Task It_is_a_number_like_any_other(double smoothing)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(Row x, [Label(ExtraClasses = 2)] int k) => {Number};",
            "RI",
            "(Row w)",
            FormattableString.Invariant($"(new Row([1.5, 0.75, 2.25])) {{ LabelSmoothing = {smoothing} }}"));
        for (int label = 0; label < 5; label++)
        {
            double expected = Enumerable.Range(0, 5).Sum(k => ((smoothing / 5) + (k == label ? 1 - smoothing : 0)) * Formula(row, captured, k));
            Assert.Equal(expected, loss.InDouble(row, label)[0], 1e-12);
            Assert.Equal(expected, loss.InFloat(row, label)[0], 1e-4);
        }
    }

    [Theory]
    [InlineData("x[0] * w[k]")]
    [InlineData("x[0] * Log(w)[k]")]
    [InlineData("x[0] * (w * w / Sum(w))[k]")]
    [InlineData("x[0] * Softmax(w)[k]")]
    [InlineData("Sum(x * w.With(k, 0))")]
    [InlineData("Sum(x, (a, i) => a * w[k])")]
    [InlineData("x[0] * v[k]")]
    public async Task It_indexes_no_row(string formula)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + $$"""
            [Loss]
            public sealed partial class Sample(Row w, double[] v)
            {
                public double Formula(Row x, [Label(ExtraClasses = 1)] int k) => {{formula}} + 0 * v[0] * w[0];
            }
            """);

        Assert.Contains(run.Diagnostics, problem => problem.Message.Contains("no element for the extra classes", StringComparison.Ordinal));
    }
}
