using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>NaN is not lost in a register: neither that of a capture, nor that of an input, nor what flows back to it.</summary>
public class NotANumberTests
{
    private static readonly string[] extrema =
    [
        "Max(h, x)", "Max(x, h)", "Min(h, x)", "Min(x, h)", "Max(2 * h, x)", "Min(x, h - 1)", "Math.Max(h, x)", "Clamp(x, h, 5)", "Clamp(x, -5, h)",
        "Clamp(x, h, h + 1)", "Max(Exp(h), Min(x, 3))", "Clamp(h, x, 3)", "Relu(h + x)", "Max(1, Max(h, x))",
        "Max(x, Log(2.0) * h)", "Clamp(x, Log(0.5) + h, Log(9.0))",
    ];

    [Fact]
    public async Task A_capture_that_is_none_is_the_result_of_every_extremum()
    {
        (string, string)[] ofCapture = [.. extrema.Select(formula => ("(double h)", $"public double Formula(double x) => {formula};"))];
        (string, string)[] ofProduct =
            [.. extrema.Select(formula => ("(double c)", $"public double Formula(double x, double t) {{ double h = c * t; return {formula}; }}"))];
        (string, string)[] ofRow =
        [
            .. extrema.Select(formula => formula.Replace("Math.", "", StringComparison.Ordinal))
                .Select(formula => ("(Row h)", $"public double Formula(Row x, int k) => x[k] + Sum({formula});")),
        ];
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync([.. ofCapture, .. ofProduct, .. ofRow]);
        for (int index = 0; index < losses.Count; index++)
        {
            CompiledLoss loss = losses[index];
            foreach (double capture in new[] { double.NaN, 0.5 })
            {
                bool isRow = loss.HyperParameters[0] == typeof(Row);
                object instance = loss.Create(isRow ? new Row([0.25, capture, 0.75]) : capture);
                double[] row = [1, 2, 3], ones = [1, 1, 1];
                Array[] inputs = isRow ? [row, new[] { 0 }] : [.. loss.Kinds.Select((_, place) => place == 0 ? row : ones)];
                double[] expected = isRow
                    ? loss.Formula(instance, [row, 0])
                    : [.. row.SelectMany(x => loss.Formula(instance, loss.Kinds.Select((_, place) => (object)(place == 0 ? x : 1.0))))];

                Assert.Equal(expected, loss.Values<double>(instance, inputs, 3, expected.Length));
                Assert.Equal(double.IsNaN(capture), expected.All(double.IsNaN));
                Assert.All(loss.Values<float>(instance, inputs, 3, expected.Length), value => Assert.Equal(double.IsNaN(capture), float.IsNaN(value)));
            }
        }
    }

    [Fact]
    public async Task A_number_that_constants_make_is_one_or_none()
    {
        string[] formulas =
        [
            "Max(Log(2.0), x)", "Min(x, Log(2.0))", "Clamp(x, Log(0.5), Log(9.0))", "Max(Log(-1.0), x)", "Min(x, Log(-1.0))", "Clamp(x, -1, Sqrt(-1.0))",
        ];
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync(
            [.. formulas.Select(formula => ("", $"public double Formula(double x) => {formula};"))]);
        foreach (CompiledLoss loss in losses)
        {
            double[] points = [-2, 0.25, 5, double.NaN];
            double[] expected = [.. points.SelectMany(x => loss.Formula(loss.Create(), [x]))];
            Assert.All(expected.Zip(loss.Values<double>(loss.Create(), [points], 0, points.Length)), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        }
    }

    [Fact]
    public async Task An_element_that_is_none_is_the_result_of_sums_and_of_what_is_reduced_once_per_call()
    {
        string[] reductions = ["Sum(x)", "LogSumExp(x)", "Norm(x)", "Mean(x)", "Min(w) * x[1]", "Max(w) * x[1]"];
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync(
            [.. reductions.Select(reduction => ("(Row w)", $"public double Formula(Row x) => {reduction} + w[1];"))]);
        for (int index = 0; index < losses.Count; index++)
        {
            CompiledLoss loss = losses[index];
            foreach ((int classes, int place) in new[] { (3, 0), (3, 2), (40, 0), (40, 7), (40, 39), (300, 0), (300, 150), (300, 299) })
            {
                double[] w = [.. Enumerable.Repeat(1.0, classes)], x = [.. Enumerable.Repeat(2.0, classes)];
                (reductions[index].Contains("(w)", StringComparison.Ordinal) ? w : x)[place] = double.NaN;
                object instance = loss.Create(new Row(w));

                Assert.Equal(double.NaN, loss.Formula(instance, [x])[0]);
                Assert.Equal(double.NaN, loss.Values<double>(instance, [x], classes, 1)[0]);
                Assert.Equal(float.NaN, loss.Values<float>(instance, [x], classes, 1)[0]);
            }
        }
    }

    [Theory]
    [InlineData("Relu(x)")]
    [InlineData("Clamp(x, -1, 1)")]
    [InlineData("Clamp(x, t - 1, t + 1)")]
    [InlineData("Max(x, t)")]
    [InlineData("Min(t, x)")]
    [InlineData("Max(x, 0)")]
    [InlineData("Abs(x)")]
    public async Task What_flows_back_to_an_input_that_is_none_is_not_lost(string function)
    {
        CompiledLoss loss = (await LossBatch.CompileAsync(("", $"public double Formula(double x, double t) => {function};")))[0];
        object instance = loss.Create();
        Array[] inputs = [new[] { double.NaN, 0.25 }, new[] { 0.0, 0.0 }];

        double[] gradient = loss.Backward<double>(instance, inputs, 0, [3, 3])[0];

        Assert.True(double.IsNaN(loss.Values<double>(instance, inputs, 0, 2)[0]));
        Assert.True(gradient[0] is 3 or double.NaN, $"{gradient[0]}");
        Assert.Equal(function.StartsWith("Min", StringComparison.Ordinal) ? 0 : 3, gradient[1]);
    }
}
