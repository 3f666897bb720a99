using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Incrementality;

public class CompilationFailureTests
{
    [Fact]
    public void A_formula_without_a_kernel_says_what_its_author_can_do()
    {
        LossModel model = Model();

        GeneratedSource source = LossGenerator.TryCompile(model, _ => throw new FormulaException("write it as a sum"));

        Assert.Equal(new GeneratedSource(model, "", new CompilationFailure(false, "write it as a sum")), source);
        Diagnostic error = source.Failure!.At(Location.None, "Sample");
        Assert.Equal("ADCE016", error.Id);
        Assert.Equal("There is no kernel for the formula of 'Sample': write it as a sum", error.GetMessage(null));
    }

    [Fact]
    public void A_formula_that_the_stack_has_no_room_for_is_its_authors_to_split() => Assert.Equal(
        new CompilationFailure(false, "it is nested too deeply; split it into several losses"),
        LossGenerator.TryCompile(Model(), _ => throw new InsufficientExecutionStackException()).Failure);

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(OutOfMemoryException))]
    public void Any_other_exception_is_a_bug_that_is_to_be_reported(Type exception)
    {
        var thrown = (Exception)Activator.CreateInstance(exception, "first\r\nsecond")!;

        GeneratedSource source = LossGenerator.TryCompile(Model(), _ => throw thrown);

        Diagnostic error = source.Failure!.At(Location.None, "Sample");
        Assert.Equal("ADCE017", error.Id);
        Assert.Equal(
            $"This is a bug of AutoDiffCE, not of 'Sample'; please report it with the formula: {exception.Name}: first second", error.GetMessage(null));
    }

    [Fact]
    public void What_was_cancelled_is_no_failure() =>
        Assert.Throws<OperationCanceledException>(() => LossGenerator.TryCompile(Model(), _ => throw new OperationCanceledException()));

    [Fact]
    public void A_formula_with_a_kernel_has_nothing_to_say() =>
        Assert.Equal(new GeneratedSource(Model(), "kernels", null), LossGenerator.TryCompile(Model(), _ => "kernels"));

    [Theory]
    [InlineData(typeof(FormulaException), "ADCE016: There is no kernel for the formula of 'Bad': no way")]
    [InlineData(typeof(KeyNotFoundException), "ADCE017: This is a bug of AutoDiffCE, not of 'Bad'; please report it with the formula: KeyNotFoundException: no way")]
    public void A_failure_is_reported_at_the_formula_and_leaves_every_member(Type exception, string error)
    {
        TrackedRun run = Run(exception);

        Assert.Equal(["Sample0.cs(6,49): error " + error], run.Reported);
        Assert.Equal("kernels of Good", run.Source("Good.g.cs"));
        Assert.Contains(
            $"throw new global::System.InvalidOperationException(\"The formula of Bad has an error: {error[..7]} at Sample0.cs(6,49){error[7..]}\");",
            run.Source("Bad.g.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_above_it_moves_the_report_and_compiles_nothing_again()
    {
        TrackedRun run = Run(typeof(FormulaException));

        run.Edit("// above", "// above\n//");

        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], run.Reasons(LossGenerator.ModelStep));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.Reasons(LossGenerator.SourceStep));
        Assert.StartsWith("Sample0.cs(7,49): error ADCE016", Assert.Single(run.Reported), StringComparison.Ordinal);
        Assert.Contains("ADCE016 at Sample0.cs(7,49)", run.Source("Bad.g.cs"), StringComparison.Ordinal);
    }

    private static TrackedRun Run(Type exception) => new(
        new LossGenerator(model => model.TypeName == "Bad" ? throw (Exception)Activator.CreateInstance(exception, "no way")! : "kernels of " + model.TypeName),
        GeneratorRunner.Header
        + "// above\n[Loss] public partial class Bad { public double Formula(double x, double t) => x * t; }\n"
        + "[Loss] public partial class Good { public double Formula(double x, double t) => x * t; }\n");

    private static LossModel Model()
    {
        CSharpCompilation compilation = TestCompilation.Of(
            GeneratorRunner.Header + "[Loss] public partial class Sample { public double Formula(double x, double t) => x * t; }");
        return LossParser.Parse(compilation.GetTypeByMetadataName("Sample")!, new KnownTypes(compilation), CancellationToken.None).Model!;
    }
}
