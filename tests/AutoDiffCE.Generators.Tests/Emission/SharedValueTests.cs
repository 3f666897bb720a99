using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>What all samples share is computed in double, in type and in text.</summary>
public class SharedValueTests
{
    [Theory]
    [InlineData("", "public double Formula(double p, double t) => 1.0 / 3 * Abs(p - t);", 0.5, 1.0 / 6)]
    [InlineData("", "public double Formula(double p, double t) => 3.0 * 1000000000 * 5 * Abs(p - t);", 0.5, 7.5e9)]
    [InlineData("", "public double Formula(double p, double t) => p * (1 - -3.0 * (2 - -t)) / -2;", 0.5, -1.75)]
    [InlineData("", "public double Formula(double p, double t) => Min(p, 9223372036854775807.0) + Max(p, double.NegativeInfinity);", 0.5, 1.0)]
    [InlineData("(int k)", "public double Formula(double p, double t) => (double)k / 2 * p;", 0.5, 0.75, 3)]
    [InlineData("(int k, int n)", "public double Formula(double p, double t) => 1.0 * k / n * p;", 0.5, 0.75, 3, 2)]
    [InlineData("(int k, int n)", "public double Formula(double p, double t) => 1.0 * k * n * n * n * p;", 0.5, 1.5e27, 3, 1000000000)]
    [InlineData("(int k, int n)", "public double Formula(double p, double t) => (double)k / n > 1 ? p : 2 * p;", 0.5, 0.5, 3, 2)]
    [InlineData("(int k, int n)", "public double Formula(double p, double t) => (double)k / 2 > 1 && n == 2 ? p : 2 * p;", 0.5, 0.5, 3, 2)]
    [InlineData("(bool half, int k)", "public double Formula(double p, double t) => (half ? 1.0 / k : 1.0) * p;", 0.5, 0.25, true, 2)]
    public async Task Quotients_and_products_of_whole_numbers_are_real(
        string constructor, string formula, double prediction, double expected, params object[] arguments)
    {
        CompiledLoss loss = (await LossBatch.CompileAsync((constructor, formula)))[0];
        object instance = loss.Create(arguments);
        Array[] inputs = [new[] { prediction }, new[] { 0.0 }];

        Assert.Equal(expected, loss.Values<double>(instance, inputs, 0, 1)[0], 1e-15 * Math.Abs(expected));
        Assert.Equal((float)expected, loss.Values<float>(instance, inputs, 0, 1)[0], 1e-6f * MathF.Abs((float)expected));
        Assert.Equal(expected, loss.Formula(instance, [prediction, 0.0])[0], 1e-15 * Math.Abs(expected));
    }

    [Theory]
    [InlineData("public double Formula(Row z, int k) => 1.0 / z.Length * (LogSumExp(z) - z[k]);", 3)]
    [InlineData("public double Formula(Row z, int k) => Sum(OneHot(k, z.Length) / z.Length) * z[0];", 3)]
    [InlineData("public double Formula(Row z, int k) => z[k] * z.Length * z.Length * z.Length * 1.0;", 1291)]
    [InlineData("public double Formula(Row z, int k) => Sum(Where(Index(z) < (double)z.Length / 2, z, 0)) + z[k];", 3)]
    [InlineData("public double Formula(Row z, int k) => Sum(z * Log(Sum(1.0 / (Index(z) + 1)))) + z[k];", 3)]
    [InlineData("public double Formula(Row z, int k) => Sum(z * z.Length * Index(z) * Index(z)) + z[k];", 1291)]
    [InlineData("public Row Formula(Row z) => z * Softmax(z - z);", 3)]
    [InlineData("public Row Formula(Row z) => z * (Index(z) + 1) / (z.Length * 2);", 5)]
    public async Task The_number_of_classes_and_their_indices_are_real_numbers(string formula, int classes)
    {
        CompiledLoss loss = (await LossBatch.CompileAsync(("", formula)))[0];
        object instance = loss.Create();
        double[] row = [.. Enumerable.Range(0, classes).Select(c => 0.5 + (c % 7 * 0.25))];
        Array[] inputs = loss.IsMap ? [row] : [row, new[] { 1 }];
        double[] expected = loss.Formula(instance, inputs.Select(input => input is int[]? (object)1 : input));

        double[] actual = loss.Values<double>(instance, inputs, classes, expected.Length);
        float[] single = loss.Values<float>(instance, inputs, classes, expected.Length);

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-13 * Math.Abs(pair.First)));
        Assert.All(expected.Zip(single), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Abs(pair.First)));
    }

    [Fact]
    public async Task The_square_of_the_number_of_classes_does_not_overflow()
    {
        CompiledLoss loss = (await LossBatch.CompileAsync(("", "public double Formula(Row x) => x.Length * (double)x.Length * x[0];")))[0];
        var row = new double[46341];
        row[0] = 1;

        Assert.Equal(46341.0 * 46341.0, loss.Values<double>(loss.Create(), [row], row.Length, 1)[0]);
    }
}
