using System.Buffers;
using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>What depends on captures and indices alone is computed in double, rows and truths included, and narrowed only then.</summary>
public class SharedPrecisionTests
{
    private const double Tiny = 1e-12;

    private static readonly double[] row = [0.5, 1.5, 0.75];

    [Theory]
    // a weight by the effective number of samples: 1 − β^n has lost five of seven digits in float
    [InlineData("(double beta, Row counts)", "(1 - beta) / (1 - Pow(beta, counts[k])) * x[k]", 0.999999, 10.0, 100.0, 5000.0)]
    [InlineData("(double beta, double[] counts)", "(1 - beta) / (1 - Pow(beta, counts[0])) * x[k]", 0.999999, 10.0, 100.0, 5000.0)]
    [InlineData("(double beta, Row counts)", "(1 - beta) / (1 - Pow(beta, counts))[^1] * x[k]", 0.999999, 10.0, 100.0, 5000.0)]
    [InlineData("(double beta, Row counts)", "Sum(x * ((1 - beta) / (1 - Pow(beta, counts)))) + x[k]", 0.999999, 10.0, 100.0, 5000.0)]
    [InlineData("(double c, Row priors)", "Sum(Abs(1e-5 * x - (Log(priors) - c))) * x[k]", 1.0000001e-5, 1.00001, 1.000011, 1.000012)]
    [InlineData("(double c, Row priors)", "Abs(1e-5 * x[0] - (Log(priors[k]) - c))", 1.0000001e-5, 1.00001, 1.000011, 1.000012)]
    [InlineData("(double c, Row w)", "Sum(x, (a, i) => Sum(x, (b, j) => (w[j] * w[j] - c) * a * b)) + 0 * x[k]", 1.0, 1.00000001, 1.00000002, 1.00000003)]
    [InlineData("(double c, Row w)", "Sum(x, (a, i) => a * Sum(w, (b, j) => w[i] - b)) + c * 0 * x[k]", 1.0, 1.00000001, 1.00000002, 1.00000003)]
    [InlineData("(double c, Row w)", "Sum(x * (1 - Pow(c, Index(x) + 1))) + 0 * w[k] * x[k]", 0.9999999, 1.0, 1.0, 1.0)]
    [InlineData("(double c, Row w)", "(Sum(w) - 3 * c) * x[k]", 1.0, 1.00000001, 1.00000002, 1.00000003)]
    [InlineData("(double c, Row w)", "(Log(Index(x) + c) * x)[k] + 0 * w[k]", 1.00000001, 1.0, 1.0, 1.0)]
    [InlineData("(double c, Row w)", "Log(k + c) * x[k] + 0 * w[k]", 1.00000001, 1.0, 1.0, 1.0)]
    [InlineData("(double c, Row w)", "Log(w[k] * k + c) * x[k]", 1.00000001, 1.0, 1.0, 1.0)]
    // a truth that narrowing would change
    [InlineData("(double h, Row w)", "Sum(Where(w > 0.1, x, 10)) + x[k] * h", 1.0, 0.1 + Tiny, 0.1 - Tiny, 0.1)]
    [InlineData("(double h, Row w)", "Sum(Where(Abs(w) == h, x, 10)) + x[k]", 0.1, 0.1 + Tiny, 0.1 - Tiny, 0.1)]
    [InlineData("(double h, Row w)", "(w[k] > h ? 1 : 10) * x[k]", 0.1, 0.1 + Tiny, 0.1 - Tiny, 0.1)]
    [InlineData("(double h, Row w)", "(w[0] > 0.1 ? 1 : 10) * x[k] + h * x[0]", 1.0, 0.1 + Tiny, 0.1 - Tiny, 0.1)]
    [InlineData("(double h, Row w)", "(Abs(h) > 0.1 ? 1 : 10) * x[k] + w[0] * x[0]", 0.1 + Tiny, 1.0, 1.0, 1.0)]
    [InlineData("(double h, Row w)", "(Sum(w) > 0.3 ? 1 : 10) * x[k] + h * x[0]", 1.0, 0.1 + Tiny, 0.1 - Tiny, 0.1 + Tiny)]
    [InlineData("(double h, Row w)", "Sum(Where(Index(x) < h, x, 10)) + w[0] * x[k]", 1 + Tiny, 1.0, 1.0, 1.0)]
    [InlineData("(double h, Row w)", "Sum(x, (a, i) => Sum(x, (b, j) => w[j] > h ? a : b)) + x[k]", 0.1, 0.1 + Tiny, 0.1 - Tiny, 0.1)]
    public async Task Float_loses_no_digit_of_it(string constructor, string formula, double number, params double[] captured)
    {
        CompiledLoss loss = (await LossBatch.CompileAsync((constructor, $"public double Formula(Row x, int k) => {formula};")))[0];
        object instance = loss.Create(number, loss.HyperParameters[1] == typeof(Row) ? (object)new Row(captured) : captured);
        double[] batch = [.. Enumerable.Repeat(row, 3).SelectMany(x => x)];

        float[] values = loss.Values<float>(instance, [batch, new[] { 0, 1, 2 }], 3, 3);

        for (int label = 0; label < 3; label++)
        {
            double expected = loss.Formula(instance, [row, label])[0];
            Assert.Equal(expected, values[label], 5e-7 * Math.Abs(expected));
        }
    }

    [Fact]
    public async Task Computed_rows_are_lent_and_given_back()
    {
        CompiledLoss loss = (await LossBatch.CompileAsync(("(Row w)", "public double Formula(Row x) => Sum(x * Log(w) * Exp(w[0]));")))[0];
        double[] x = new double[5000], destination = new double[1];
        MethodInfo method = loss.Caller("Values", typeof(double[]));
        var call = method.CreateDelegate<Action<double[], int, double[]>>(loss.Create(new Row([.. Enumerable.Repeat(2.0, 5000)])));
        var failing = method.CreateDelegate<Action<double[], int, double[]>>(loss.Create(new Row([1.0, 2.0])));
        call(x, 5000, destination);

        long before = GC.GetAllocatedBytesForCurrentThread();
        call(x, 5000, destination);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        double[] lent = ArrayPool<double>.Shared.Rent(5000);
        ArrayPool<double>.Shared.Return(lent);
        Assert.Throws<ArgumentException>(() => failing(x, 5000, destination));
        double[] again = ArrayPool<double>.Shared.Rent(5000);
        ArrayPool<double>.Shared.Return(again);
        Assert.Same(lent, again);
    }

    [Fact]
    public async Task Threads_share_the_rows_that_were_computed()
    {
        const string Members = """
            public double Formula(Row x) => Sum(x * Log(w));
            public static double[] Run(double[] x, double[] w, int threads)
            {
                var gradient = new double[x.Length];
                double value = new Loss0(w).ValueAndGradient(x, gradient, new() { Classes = w.Length, DegreeOfParallelism = threads });
                return [value, .. gradient];
            }
            """;
        CompiledLoss loss = (await LossBatch.CompileAsync(("(Row w)", Members)))[0];
        double[] x = [.. Enumerable.Range(0, 128 * 1024).Select(index => 1.0 / (1 + index))], w = [.. Enumerable.Range(0, 1024).Select(c => 1.0 + c)];
        double[] Run(int threads) => (double[])loss.Type.GetMethod("Run")!.Invoke(null, [x, w, threads])!;

        Assert.Equal(Run(1), Run(4));
    }
}
