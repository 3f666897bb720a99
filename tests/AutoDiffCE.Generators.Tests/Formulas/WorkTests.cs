using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class WorkTests
{
    [Fact]
    public void Work_without_end_is_a_formula_that_is_too_large()
    {
        var tooLarge = Assert.Throws<FormulaException>(() => Work.Limit<int>(() =>
        {
            while (true)
                Work.Step(1000);
        }));
        Assert.Contains("too large for the compiler", tooLarge.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_walks_a_formula_is_counted_without_counting()
    {
        Node x = new NodeTable().Make(Operation.Scalar, [], name: "x");
        Assert.Throws<FormulaException>(() => Work.Limit(() =>
        {
            while (x.Operands.IsEmpty)
            {
            }
            return 0;
        }));
    }

    [Fact]
    public void What_one_formula_takes_is_not_taken_from_the_next()
    {
        Assert.Throws<FormulaException>(() => Work.Limit<int>(() =>
        {
            while (true)
                Work.Step(1000);
        }));
        Assert.Equal(1, Work.Limit(() =>
        {
            Work.Step(1000);
            return 1;
        }));
        Work.Step(int.MaxValue);
        Work.Step(int.MaxValue);
    }

    [Fact]
    public async Task A_formula_that_is_nested_too_deeply_is_one_error_at_its_name()
    {
        string nested = string.Concat(Enumerable.Repeat("v = Sigmoid(v) - 0.5; ", 1600));
        GeneratorRun run = await GeneratorRunner.RunAsync(
            GeneratorRunner.Header + $"[Loss] public sealed partial class Sample {{ public double Formula(double x, double t) {{ double v = x; {nested}return v * t; }} }}");

        ReportedDiagnostic error = Assert.Single(run.Diagnostics);
        Assert.Equal(("ADCE016", "Formula"), (error.Id, error.Text));
        Assert.Matches("nested 320[0-9] levels deep", error.Message);
    }

    [Fact]
    public async Task A_sum_of_two_thousand_terms_has_a_kernel()
    {
        string sum = string.Join(" - ", Enumerable.Range(1, 2000).Select(number => $"{number} * x"));
        GeneratorRun run = await GeneratorRunner.RunAsync(
            GeneratorRunner.Header + $"[Loss] public sealed partial class Sample {{ public double Formula(double x, double t) => {sum} * t; }}");

        Assert.Empty(run.Diagnostics);
    }
}
