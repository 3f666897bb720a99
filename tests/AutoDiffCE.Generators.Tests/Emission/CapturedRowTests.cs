using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Captured rows of a formula that no row is an input of: their length is the number of classes.</summary>
public class CapturedRowTests
{
    private static readonly (string Constructor, string Members)[] formulas =
    [
        ("(Row w)", "public double Formula(double x, int k) => x * x * w[k];"),
        ("(double[] w)", "public double Formula(double x, int k) => Exp(x) * w[k] - Log(w[k]);"),
        ("(Row w)", "public double Formula(double x) => Sum(w * x) + w.Length * x * x;"),
        ("(Row w)", "public double Formula(double x, int k) => LogSumExp(x * w) - x * w[k];"),
        ("(Row w, Row v, double h)", "public double Formula(double x, double t) => Dot(w, Log(v)) * x + Abs(x - t) * w[^1] * h;"),
        ("(Row w, Row v)", "public double Formula(double x, int k, int m) => x * w[k] + x * x * v[m];"),
        ("(bool flag, Row w)", "public double Formula(double x, int k) => flag ? x * w[k] : x;"),
        ("(double[] w)", "public double Formula(double x) => x > 1 ? x * w[0] : x * x * w[1];"),
    ];

    [Fact]
    public async Task Their_length_is_the_number_of_classes()
    {
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync(formulas);
        foreach (CompiledLoss loss in losses)
        {
            foreach (int classes in new[] { 2, 3, 40, 300 })
                KernelOracle.AssertAgrees(loss, classes);
        }
    }

    [Fact]
    public async Task A_label_beyond_them_and_rows_of_different_lengths_are_refused_before_anything_is_written()
    {
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync(formulas[0], formulas[4], formulas[7]);
        Row three = new([1, 2, 3]), two = new([1, 2]);

        AssertRefused(losses[0], losses[0].Create(three), [new[] { 1.0, 2.0 }, new[] { 2, 3 }], "is 3, which is not one of the 3 classes");
        AssertRefused(losses[1], losses[1].Create(three, two, 1.0), [new[] { 1.0, 2.0 }, new[] { 1.0, 2.0 }], "captures v with 2 elements");
        AssertRefused(losses[0], losses[0].Create(new Row([])), [new[] { 1.0, 2.0 }, new[] { 0, 0 }], "captures w without elements");
        AssertRefused<IndexOutOfRangeException>(losses[2], losses[2].Create(new[] { 1.0 }), [new[] { 1.0, 2.0 }], "outside the bounds");
    }

    private static void AssertRefused(CompiledLoss loss, object instance, Array[] inputs, string message) =>
        AssertRefused<ArgumentException>(loss, instance, inputs, message);

    private static void AssertRefused<TException>(CompiledLoss loss, object instance, Array[] inputs, string message)
        where TException : Exception
    {
        double[] destination = [7, 7];
        MethodInfo values = loss.Caller("Values", typeof(double[]));
        Exception refused = Assert.Throws<TargetInvocationException>(() => values.Invoke(null, [instance, .. inputs, 0, destination])).InnerException!;

        Assert.Contains(message, Assert.IsAssignableFrom<TException>(refused).Message, StringComparison.Ordinal);
        Assert.Equal([7, 7], destination);
    }
}
