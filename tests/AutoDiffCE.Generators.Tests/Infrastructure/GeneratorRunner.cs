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
    public static Task<GeneratorRun> RunAsync(params string[] sources) => RunAsync(Driver(TestCompilation.ParseOptions), TestCompilation.Of(sources));

    /// <summary>Generates, then analyzes, as a language of another version.</summary>
    public static Task<GeneratorRun> RunAsync(CSharpParseOptions options, params string[] sources) =>
        RunAsync(Driver(options), TestCompilation.Of(options, sources));

    /// <summary>Generates beside another generator, then analyzes.</summary>
    public static Task<GeneratorRun> RunBesideAsync(IIncrementalGenerator other, params string[] sources) =>
        RunAsync(Driver(TestCompilation.ParseOptions, other), TestCompilation.Of(sources));

    /// <summary>Generates for a compilation, then analyzes.</summary>
    public static Task<GeneratorRun> RunAsync(Compilation sources) => RunAsync(Driver(TestCompilation.ParseOptions), sources);

    private static async Task<GeneratorRun> RunAsync(GeneratorDriver driver, Compilation sources)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(sources, out Compilation compilation, out ImmutableArray<Diagnostic> generator);

        // Where there is no other generator the analyzer does not depend on what is generated, and is much faster without it. AnalyzeAsync has it the
        // other way round.
        ImmutableArray<GeneratorRunResult> results = driver.GetRunResult().Results;
        Compilation analyzed = results.Length == 1 ? sources : compilation;
        var emitted = new EmittedCompilation(compilation);
        ImmutableArray<Diagnostic> reported = [.. generator, .. emitted.Diagnostics, .. await Analyzers(analyzed).GetAnalyzerDiagnosticsAsync()];
        return new GeneratorRun(
            compilation,
            emitted,
            results.SelectMany(result => result.GeneratedSources).ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            [.. reported
                .Where(TestCompilation.IsComplaint)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(ReportedDiagnostic.Of)]);
    }

    /// <summary>What the compiler reports without what is generated, and the analyzer with it: errors must not depend on it.</summary>
    public static async Task<ImmutableArray<ReportedDiagnostic>> AnalyzeAsync(string source, params MetadataReference[] references)
    {
        Compilation sources = TestCompilation.Of(source).AddReferences(references);
        Driver(TestCompilation.ParseOptions).RunGeneratorsAndUpdateCompilation(sources, out Compilation complete, out ImmutableArray<Diagnostic> generator);
        ImmutableArray<Diagnostic> analyzer = await Analyzers(complete).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. generator.Concat(sources.GetDiagnostics()).Concat(analyzer)
                .Where(TestCompilation.IsComplaint)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(ReportedDiagnostic.Of),
        ];
    }

    private static GeneratorDriver Driver(CSharpParseOptions options, params IIncrementalGenerator[] others) => CSharpGeneratorDriver.Create(
        [new LossGenerator().AsSourceGenerator(), .. others.Select(other => other.AsSourceGenerator())], parseOptions: options);

    /// <summary>All that the analyzer and the compiler report about a compilation as it is.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) => Analyzers(compilation).GetAllDiagnosticsAsync();

    private static CompilationWithAnalyzers Analyzers(Compilation compilation) => compilation.WithAnalyzers([new FormulaAnalyzer()]);
}
