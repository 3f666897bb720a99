using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// A build that fails leaves nothing to run; a host that runs it all the same is told what is wrong and where.
public class ThrowingMembersTests
{
    [Theory]
    [InlineData("public double Formula(double x, double t)\n    => Math.BitIncrement(x) * t / 0.5f;",
        "ADCE010 at Sample0.cs(6,13): A formula cannot call 'BitIncrement'; it calls the functions of LossMath, their equals in Math and double, and methods written in this project")]
    [InlineData(
        "public void Formula(double x, double t) { }",
        "ADCE003 at Sample0.cs(5,50): The formula of 'Sample' must return double, the loss of one sample, or Row, one number for each class")]
    [InlineData(
        "public double Formula(double x, double t) => x * \"a\\n\";",
        "CS0019 at Sample0.cs(5,83): Operator '*' cannot be applied to operands of type 'double' and 'string'")]
    [InlineData(
        "public double Formula(double x, double t) => /* \u2028 */ x * k;",
        "CS0103 at Sample0.cs(6,9): The name 'k' does not exist in the current context")]
    [InlineData(
        "#line 100 \"folder/Other.cs\"\npublic double Formula(double x, double t) => x % t;",
        "ADCE009 at Other.cs(100,46): A formula cannot use the operator of 'x % t'")]
    public async Task The_exception_names_the_first_error_and_its_place(string formula, string fault)
    {
        string start = formula[0] == '#' ? "\n" : " ";
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + $"[Loss] public partial class Sample {{{start}{formula} }}");

        string literal = SymbolDisplay.FormatLiteral("The formula of Sample has an error: " + fault, quote: true);
        Assert.Contains($"throw new global::System.InvalidOperationException({literal});", run.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_csharp_is_reported_alone()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(
            GeneratorRunner.Header + "[Loss] public partial class Sample { public double Formula(double x) => x * typo; }");

        Assert.Equal(["CS0103"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("Added.Scale")]
    [InlineData("new Added().Number")]
    public async Task What_another_generator_adds_is_an_error_although_csharp_knows_it_in_the_end(string value)
    {
        GeneratorRun run = await GeneratorRunner.RunBesideAsync(
            new AddingGenerator(),
            GeneratorRunner.Header + $"[Loss] public partial class Sample {{ public double Formula(double x) => x * {value}; }}");

        const string Message = "The formula of 'Sample' uses what another source generator adds, and no generator sees the work of another";
        Assert.Equal(new ReportedDiagnostic("ADCE020", Message, "Formula"), Assert.Single(run.Diagnostics));
    }
}
