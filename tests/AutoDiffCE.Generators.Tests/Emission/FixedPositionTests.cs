using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Elements at fixed positions of rows that may be shorter: what the length guards is not read, and what it does not guard is refused.</summary>
public class FixedPositionTests
{
    private static readonly (string Constructor, string Members)[] guarded =
    [
        ("", "public double Formula(Row x) => x.Length > 2 ? x[2] * x[2] : x[0];"),
        ("", "public double Formula(Row x) => x.Length == 3 ? x[2] : Sum(x);"),
        ("", "public double Formula(Row x) => x.Length >= 4 ? x[^4] * x[0] : Exp(x[^1]);"),
        ("", "public double Formula(Row x) { if (x.Length < 3) return x[0]; return x[1] * x[2]; }"),
        ("", "public double Formula(Row x) => x.Length > 2 && x[2] > 1 ? x[2] : 3 * x[0];"),
        ("(Row w)", "public double Formula(Row x) => (x.Length > 2 ? w[2] : w[0]) * x[0];"),
        ("(Row w)", "public double Formula(Row x) => (x.Length > 2 ? Log(w[2]) * Log(w[2]) + w[2] : w[^1]) * x[0] + x[0] * (x.Length > 2 ? Log(w[2]) : 1);"),
        ("(double[] w)", "public double Formula(double x) => w.Length > 2 ? w[2] * x : w[0] * x * x;"),
        ("", "public double Formula(Row x) => Sum(Where(Index(x) == 7, x * x, x));"),
        ("", "public double Formula(Row x, int k) => x[k] + Sum(Where(Index(x) == 2, x * x, 0)) + (k == 5 ? x[0] : 0);"),
        ("", "public double Formula(Row x, double t) => Sum(x, (a, i) => i == 5 ? a * t : a);"),
        ("", "public Row Formula(Row x) => Where(Index(x) == 2, x * x, 2 * x);"),
        ("", "public Row Formula(Row x) => x.Length > 2 ? x * x[2] : 2 * x;"),
        ("", "public double Formula(Row x) => x.Length > 2 ? Softmax(x.With(2, 0.5))[0] : x[0];"),
        ("", "public double Formula(Row x) { if (x.Length < 3) return x[0]; return LogSoftmax(x.With(2, 0.5))[2]; }"),
        ("", "public double Formula(Row x) => x.Length > 2 && Sum(x.With(2, 1.0)) > 1 ? Dot(OneHot(2, x.Length), x) : 0.5 * x[0];"),
    ];

    private static readonly (string Constructor, string Members)[] unguarded =
    [
        ("", "public double Formula(Row x) => x.Length > 1 ? x[2] : x[0];"),
        ("", "public double Formula(Row x) => x[0] > 2 ? x[2] : x[0];"),
        ("", "public double Formula(Row x) => x.Length == 2 ? x[^3] : x[0];"),
        ("", "public double Formula(Row x) => Sum(x.With(2, 1.0));"),
        ("", "public double Formula(Row x) => LogSoftmax(x.With(2, 0.5))[0];"),
        ("", "public double Formula(Row x) => Dot(OneHot(2, x.Length), x);"),
        ("", "public double Formula(Row x) => Sum(x.With(2, 1.0)) > 2 || x[0] > 1 ? x[0] : x[1];"),
    ];

    [Fact]
    public async Task What_the_length_guards_is_the_formula_for_rows_of_any_length()
    {
        foreach (CompiledLoss loss in await LossBatch.CompileAsync(guarded))
        {
            foreach (int classes in (int[])[1, 2, 3, 4, 40])
                KernelOracle.AssertAgrees(loss, classes);
        }
    }

    [Fact]
    public async Task What_it_does_not_guard_is_refused_before_anything_is_written()
    {
        foreach (CompiledLoss loss in await LossBatch.CompileAsync(unguarded))
        {
            double[] destination = [7];
            MethodInfo values = loss.Caller("Values", typeof(double[]));
            Exception refused = Assert.Throws<TargetInvocationException>(
                () => values.Invoke(null, [loss.Create(), new[] { 1.0, 2.0 }, 2, destination])).InnerException!;

            Assert.Contains("rows of 2 classes, and the formula needs at least 3", refused.Message, StringComparison.Ordinal);
            Assert.Equal([7], destination);
            KernelOracle.AssertAgrees(loss, 3);
        }
    }
}
