using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Parsing;

/// <summary>
/// C# asks for a value of every local before it is read, but of a Row or RowMask it only warns, if at all: a formula must not go on without one.
/// </summary>
public class DefiniteAssignmentTests
{
    [Theory]
    [InlineData("Row r; if (x[0] > 1) r = x; return Sum(r) + x[1];", "r")]
    [InlineData("Row r; if (x[0] > 1) { } else r = x; return Sum(r) + x[1];", "r")]
    [InlineData("Row r; if (x[0] > 1) { r = r * 2; return Sum(r); } return x[1];", "r")]
    [InlineData("Row r; if (x[0] > 1) r = x; else if (x[1] > 1) r = 2 * x; return r[0];", "r")]
    [InlineData("RowMask m; if (x[0] > 1) m = x > 1; return Count(m) * x[0];", "m")]
    public async Task A_row_that_may_have_no_value_is_reported_where_it_is_read(string body, string local)
    {
        GeneratorRun run = await RunAsync(body);

        ReportedDiagnostic reported = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id != "CS8887");
        Assert.Equal("ADCE009", reported.Id);
        Assert.Equal($"A formula cannot use '{local}' before it has a value", reported.Message);
        Assert.Equal(local, reported.Text);
    }

    [Theory]
    [InlineData("Row r; if (x[0] > 1) r = x; else r = 2 * x; return Sum(r);")]
    [InlineData("Row r; if (x[0] > 1) r = x; else return x[1]; return Sum(r);")]
    [InlineData("Row r; if (x[0] > 1) { r = x; return Sum(r); } return x[1];")]
    [InlineData("Row r; r = x; return Sum(r);")]
    public async Task A_row_with_a_value_on_every_path_is_read(string body) => (await RunAsync(body)).Load();

    [Theory]
    [InlineData("Row r = default; if (x[0] > 1) r = x; return Sum(r) + x[1];", "A formula cannot use 'default'", "default")]
    [InlineData("Row r = default(Row); return Sum(r) + x[1];", "A formula cannot use 'default'", "default(Row)")]
    [InlineData("return x[0] * this[x.Length];", "A formula cannot use an indexer that is not one of a row", "this[x.Length]")]
    [InlineData("return x[0] * this[\"a\", x.Length];", "A formula cannot use an indexer that is not one of a row", "this[\"a\", x.Length]")]
    [InlineData("return Sum(x * this[x[0]]);", "A formula cannot use an indexer that is not one of a row", "this[x[0]]")]
    public async Task What_has_no_elements_and_what_computes_them_is_reported(string body, string message, string text)
    {
        GeneratorRun run = await RunAsync(body);

        ReportedDiagnostic reported = Assert.Single(run.Diagnostics);
        Assert.Equal(new ReportedDiagnostic("ADCE009", message, text), reported);
    }

    [Fact]
    public void The_default_of_a_number_or_a_truth_is_a_constant() => FormulaOracle.AssertAgrees(
        "public double Formula(double x) { double a = default; bool b = default; int n = default(int); return b ? x * x : x + a + n; }");

    private static Task<GeneratorRun> RunAsync(string body) => GeneratorRunner.RunAsync("#pragma warning disable ADCE103\n" + GeneratorRunner.Header + $$"""
        [Loss]
        public sealed partial class Sample
        {
            public double this[int i] => i;
            public double this[string s, int i] => i;
            public Row this[double d] => [d, d];
            public double Formula(Row x) { {{body}} }
        }
        """);
}
