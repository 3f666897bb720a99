using AutoDiffCE.Generators.Tests.Infrastructure;
using AutoDiffCE.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

/// <summary>What a message says to do does it.</summary>
public class RemedyTests
{
    [Theory]
    [InlineData("for (int i = 1; i <= order; i++) s += x;", "order")]
    [InlineData("int i = 1; while (i < order) { s += x; i++; }", "i < order")]
    public async Task A_loop_to_a_hyper_parameter_says_how_it_can_be_written(string loop, string text)
    {
        ReportedDiagnostic reported = Assert.Single(await GeneratorRunner.AnalyzeAsync(GeneratorRunner.Header
            + $"[Loss] public partial class Sample(int order) {{ public double Formula(double x) {{ double s = 0; {loop} return s; }} }}"));
        Assert.Equal(new ReportedDiagnostic(
            "ADCE009",
            $"A formula cannot use a loop whose end, '{text}', is a hyper-parameter; give it a constant end, and 'break' in it at the hyper-parameter",
            text), reported);
    }

    [Theory]
    [InlineData("double s = 0; for (int i = 1; i <= 20; i++) { if (i > order) break; s += Pow(x, i); } return s;")]
    public void A_loop_to_a_hyper_parameter_is_one_that_breaks_there(string body) => FormulaOracle.AssertAgrees(
        $"public double Formula(double x) {{ {body} }}", "(int order)");

    [Fact]
    public async Task A_loss_of_another_assembly_is_no_part_and_the_message_says_so()
    {
        const string Declaration = "[Loss] public partial class Sample { public double Formula(double x, double t) => new AutoDiffCE.Losses.HuberLoss(1).Formula(x, t); }";
        ReportedDiagnostic reported = Assert.Single(await GeneratorRunner.AnalyzeAsync(
            GeneratorRunner.Header + Declaration, MetadataReference.CreateFromFile(typeof(Losses.HuberLoss).Assembly.Location)));
        Assert.StartsWith("A formula cannot call 'Formula', the formula of a loss of another assembly; it calls", reported.Message, StringComparison.Ordinal);
    }
}
