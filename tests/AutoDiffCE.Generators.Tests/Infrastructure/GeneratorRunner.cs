using System.Collections.Immutable;
using AutoDiffCE.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>Runs generator and analyzer over sources, as a build does.</summary>
public static class GeneratorRunner
{
    /// <summary>What every source starts with.</summary>
    public const string Header = "using System;\nusing AutoDiffCE;\nusing static AutoDiffCE.LossMath;\n\n";

    /// <summary>Generates, then analyzes.</summary>
    public static async Task<GeneratorRun> RunAsync(params string[] sources)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(TestCompilation.Of(sources), out Compilation compilation, out ImmutableArray<Diagnostic> generator);

        ImmutableArray<Diagnostic> reported = [.. generator, .. await AnalyzeAsync(compilation)];
        return new GeneratorRun(
            compilation,
            driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources)
                .ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            [.. reported
                .Where(TestCompilation.IsComplaint)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(ReportedDiagnostic.Of)]);
    }

    /// <summary>What the analyzer and the compiler report without the generator: its errors must not depend on what is generated.</summary>
    public static async Task<ImmutableArray<ReportedDiagnostic>> AnalyzeAsync(string source) =>
    [
        .. (await AnalyzeAsync(TestCompilation.Of(source)))
            .Where(TestCompilation.IsComplaint)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(ReportedDiagnostic.Of),
    ];

    /// <summary>All that the analyzer and the compiler report about a compilation as it is.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) =>
        compilation.WithAnalyzers([new FormulaAnalyzer()]).GetAllDiagnosticsAsync();
}
