using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Incrementality;

public class CompilationFailureTests
{
    [Fact]
    public void A_formula_without_a_kernel_leaves_its_members_and_says_why()
    {
        LossModel model = Model();

        GeneratedSource source = LossGenerator.Compile(
            model, emitted => emitted.Formula is null ? "members that throw" : throw new NotSupportedException("no such loop"));

        Assert.Equal(new GeneratedSource(model.HintName, "members that throw", "Sample", "no such loop"), source);
    }

    [Fact]
    public void A_formula_with_a_kernel_has_nothing_to_say() =>
        Assert.Equal(new GeneratedSource("Sample.g.cs", "kernels", "Sample", null), LossGenerator.Compile(Model(), _ => "kernels"));

    private static LossModel Model()
    {
        CSharpCompilation compilation = TestCompilation.Of(
            GeneratorRunner.Header + "[Loss] public partial class Sample { public double Formula(double x, double t) => x * t; }");
        return LossParser.Parse(compilation.GetTypeByMetadataName("Sample")!, new KnownTypes(compilation), CancellationToken.None).Model!;
    }
}
