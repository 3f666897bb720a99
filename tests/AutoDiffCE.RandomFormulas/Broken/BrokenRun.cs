using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators;
using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.RandomFormulas.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.RandomFormulas.Broken;

/// <summary>Generator and analyzer on a text, whatever it is.</summary>
internal static class BrokenRun
{
    /// <summary>The stack of a secondary thread, which is where compilers run.</summary>
    private const int StackSize = 1536 * 1024;

    /// <summary>What must not happen: exceptions of the generator or the analyzer.</summary>
    public static IReadOnlyList<string> Run(string text, string name)
    {
        List<string> faults = [];
        var thread = new Thread(
            () =>
            {
                try
                {
                    faults.AddRange(Complaints(text, name));
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    faults.Add($"exception: {exception.GetType().Name} {exception.Message}\n{exception.StackTrace}");
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return faults;
    }

    private static IEnumerable<string> Complaints(string text, string name)
    {
        CSharpCompilation compilation = References.Empty.AddSyntaxTrees(References.Parse(text, name + ".cs"));
        GeneratorDriverRunResult run = CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: References.ParseOptions)
            .RunGenerators(compilation)
            .GetRunResult();
        foreach (GeneratorRunResult result in run.Results)
        {
            if (result.Exception is { } exception)
                yield return $"the generator throws {exception.GetType().Name}: {exception.Message}\n{exception.StackTrace}";
        }
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers([new FormulaAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Id == "AD0001"))
            yield return "the analyzer throws: " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
