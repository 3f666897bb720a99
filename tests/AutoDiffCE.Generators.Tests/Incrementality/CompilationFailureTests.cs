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

        GeneratedSource source = LossGenerator.Compile(model, _ => throw new FormulaException("write it as a sum"));

        Assert.Equal(new GeneratedSource(model, "", new CompilationFailure(false, "write it as a sum")), source);
        Diagnostic error = source.Failure!.At(Location.None, "Sample");
        Assert.Equal("ADCE016", error.Id);
        Assert.Equal("There is no kernel for the formula of 'Sample': write it as a sum", error.GetMessage(null));
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(InsufficientExecutionStackException))]
    [InlineData(typeof(OutOfMemoryException))]
    public void Any_other_exception_is_a_bug_that_is_to_be_reported(Type exception)
    {
        var thrown = (Exception)Activator.CreateInstance(exception, "first\r\nsecond")!;

        GeneratedSource source = LossGenerator.Compile(Model(), _ => throw thrown);

        Diagnostic error = source.Failure!.At(Location.None, "Sample");
        Assert.Equal("ADCE017", error.Id);
        Assert.Equal(
            $"This is a bug of AutoDiffCE, not of 'Sample'; please report it with the formula: {exception.Name}: first second", error.GetMessage(null));
    }

    [Fact]
    public void What_was_cancelled_is_no_failure() =>
        Assert.Throws<OperationCanceledException>(() => LossGenerator.Compile(Model(), _ => throw new OperationCanceledException()));

    [Fact]
    public void A_formula_with_a_kernel_has_nothing_to_say() =>
        Assert.Equal(new GeneratedSource(Model(), "kernels", null), LossGenerator.Compile(Model(), _ => "kernels"));

    private static LossModel Model()
    {
        CSharpCompilation compilation = TestCompilation.Of(
            GeneratorRunner.Header + "[Loss] public partial class Sample { public double Formula(double x, double t) => x * t; }");
        return LossParser.Parse(compilation.GetTypeByMetadataName("Sample")!, new KnownTypes(compilation), CancellationToken.None).Model!;
    }
}
