using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class RuntimeVersionTests
{
    private const string Source = "using AutoDiffCE; [Loss] public sealed partial class Sample { public double Formula(double x) => x * x; }";

    [Fact]
    public async Task The_runtime_has_the_version_that_the_generator_writes_for() => Assert.Empty((await GeneratorRunner.RunAsync(Source)).Diagnostics);

    [Theory]
    [InlineData("", "unnumbered")]
    [InlineData("[assembly: System.Reflection.AssemblyMetadata(\"AutoDiffCE.RuntimeContract\", \"0\")]", "0")]
    public async Task A_runtime_of_another_version_is_the_only_error(string metadata, string version)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(With(Runtime(metadata), Source));
        ReportedDiagnostic only = Assert.Single(run.Diagnostics);
        Assert.Equal("ADCE022", only.Id);
        Assert.Contains($"'Sample' would not fit the runtime that this project references (its contract is {version}, not 4)", only.Message, StringComparison.Ordinal);
        Assert.Empty(run.Generated);
    }

    private static CSharpCompilation With(MetadataReference runtime, string source)
    {
        CSharpCompilation compilation = TestCompilation.Of(source);
        return compilation.ReplaceReference(compilation.References.Single(reference => reference.Display!.EndsWith("AutoDiffCE.dll", StringComparison.Ordinal)), runtime);
    }

    private static CompilationReference Runtime(string metadata)
    {
        CSharpCompilation empty = TestCompilation.Of(metadata + "namespace AutoDiffCE { public sealed class LossAttribute : System.Attribute; }");
        return empty.RemoveReferences(empty.References.Where(reference => reference.Display!.EndsWith("AutoDiffCE.dll", StringComparison.Ordinal))).ToMetadataReference();
    }
}
