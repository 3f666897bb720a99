using System.Collections.Immutable;
using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

public class InstanceFormulaSuppressorTests
{
    [Fact]
    public async Task The_formula_of_a_loss_alone_may_be_an_instance_method_without_state()
    {
        Compilation compilation = TestCompilation.Of(GeneratorRunner.Header +
            """
            [Loss] public partial class Sample { public double Formula(double x) => x; public double Other(double x) => x; }
            public class Plain { public double Formula(double x) => x; }
            """);

        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers(
                [new EveryMethodCouldBeStatic(), new InstanceFormulaSuppressor()],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync();

        string[] expected = ["Sample.Formula suppressed", "Sample.Other", "Plain.Formula"];
        Assert.Equal(expected, diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => diagnostic.GetMessage(null) + (diagnostic.IsSuppressed ? " suppressed" : "")));
    }
}
