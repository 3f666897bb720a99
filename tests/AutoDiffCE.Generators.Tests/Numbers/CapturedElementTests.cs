using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Elements of captured rows: numbers, where nothing else is read of the row, and else elements of a row that has one for each class.</summary>
public class CapturedElementTests
{
    [Fact]
    public async Task Elements_of_a_captured_row_are_numbers_whatever_its_length_is()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) { double s = x[k] * w.Length; for (int i = 0; i < 3; i++) s += v[i] * Pow(x[k], i); return s + w[0] * Sum(x) + w[^2]; }",
            "RI", "(double[] w, Row v)", "([1, 2, 3, 4, 5], [10, 20, 30])");
        // 5 · 2 + 10 + 20 · 2 + 30 · 4 + 1 · 3 + 4
        Assert.Equal([187, 1, 1 + 5 + 20 + 120], loss.InDouble(new[] { 1.0, 2 }, 1));
        Assert.Equal([187, 1, 1 + 5 + 20 + 120], loss.InFloat(new[] { 1.0, 2 }, 1));
    }

    [Theory]
    [InlineData("{ double s = 0; for (int i = 0; i < w.Length; i++) s += x[i]; return s * w[1] + x[k]; }")]
    [InlineData("=> Sum(x * OneHot(k, w.Length)) + w[1] * Sum(x);")]
    public async Task The_length_of_a_captured_row_is_that_of_all_rows_where_it_counts_classes(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) {formula}", "RI", "(double[] w)", "([1, 2, 3])");
        Assert.Equal([17, 2, 3, 2], loss.InDouble(new[] { 1.0, 3, 3 }, 1));
        Assert.Throws<TargetInvocationException>(() => loss.InDouble(new[] { 1.0, 3 }, 1));
    }

    [Theory]
    [InlineData("transitions[c * p.Length + y]")]
    [InlineData("transitions[2 * y]")]
    [InlineData("transitions[order * c]")]
    [InlineData("(transitions * scale)[c * p.Length + y]")]
    [InlineData("Sum(p, (v, i) => v * transitions[i * p.Length + y])")]
    public async Task A_table_in_one_row_is_reported_where_it_is_indexed(string element)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header
            + $"[Loss] public sealed partial class Sample(Row transitions, int order, double scale) {{ public double Formula(Row p, [Label] int y, int c) => p[y] * {element} * order * scale; }}");
        ReportedDiagnostic reported = Assert.Single(run.Diagnostics);
        Assert.Equal("ADCE013", reported.Id);
        Assert.EndsWith("which has one element for each class; take the elements that belong to a sample as a parameter of type Row", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transitions[y + 1]")]
    [InlineData("Sum(p, (v, i) => i + y < p.Length ? v * transitions[i + y] : 0)")]
    public async Task A_position_that_a_row_may_have_is_none_of_a_table(string element) => (await GeneratorRunner.RunAsync(GeneratorRunner.Header
        + $"[Loss] public sealed partial class Sample(Row transitions) {{ public double Formula(Row p, int y) => p[y] * {element}; }}")).Load();
}
