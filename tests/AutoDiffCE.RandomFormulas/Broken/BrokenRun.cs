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
    public static IReadOnlyList<string> Run(string text, string name) => OnSmallStack(() => Complaints(text, name));

    /// <summary>The compiler of C# alone: what it does not survive is no fault of the generator's.</summary>
    public static void Compile(string text, string name) => OnSmallStack(() =>
    {
        References.Empty.AddSyntaxTrees(References.Parse(text, name + ".cs")).GetDiagnostics();
        return [];
    });

    private static IReadOnlyList<string> OnSmallStack(Func<IEnumerable<string>> work)
    {
        List<string> faults = [];
        var thread = new Thread(
            () =>
            {
                try
                {
                    faults.AddRange(work());
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    faults.Add(Describe("something", exception));
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return faults;
    }

    private static string Describe(string who, Exception exception)
    {
        IEnumerable<string> ours = (exception.StackTrace ?? "").Split('\n')
            .Where(line => line.Contains("AutoDiffCE.Generators", StringComparison.Ordinal)).Take(6);
        return $"{who} throws {exception.GetType().Name}: {exception.Message.Split('\n')[0]}\n{string.Join('\n', ours)}";
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
                yield return Describe("the generator", exception);
        }
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers([new FormulaAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => diagnostic.Id == "AD0001"))
            yield return "the analyzer throws: " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
