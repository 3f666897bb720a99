using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using AutoDiffCE.Generators;
using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.RandomFormulas.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>
/// Many programs in one compilation, through the real generator and analyzer. Each goes through the generator alone first, so that what it does
/// is known to be its own doing.
/// </summary>
internal sealed class ProgramCompiler : IDisposable
{
    private readonly AssemblyLoadContext context = new("Programs", isCollectible: true);

    /// <summary>Told of each program before the generator sees it.</summary>
    public Action<LossProgram> Starting { get; init; } = _ => { };

    /// <summary>Told of the last program before the compiler sees them all.</summary>
    public Action<LossProgram> Compiling { get; init; } = _ => { };

    /// <summary>Where images are kept and found; null to compile whatever comes.</summary>
    public ImageFolder? Images { get; init; }

    public IReadOnlyList<CompiledProgram> Compile(IReadOnlyList<LossProgram> programs)
    {
        if (Images?.Find(programs) is { } kept)
        {
            Assembly assembly = context.LoadFromStream(new MemoryStream(kept));
            return [.. programs.Select(program => new CompiledProgram(program, [], [], 0) { Create = Constructor(assembly, program) })];
        }
        return CompileAnew(programs);
    }

    public void Dispose() => context.Unload();

    private CompiledProgram[] CompileAnew(IReadOnlyList<LossProgram> programs)
    {
        Generated[] generated = [.. programs.Select(Generate)];
        if (programs.Count > 0)
            Compiling(programs[^1]);
        ILookup<string, Diagnostic> analyzed = Analyze(generated);
        CompiledProgram[] compiled = [.. generated.Select(one => ToCompiled(one, analyzed[one.Source.FilePath]))];

        bool[] takesPart = [.. compiled.Select(one => one.Refusals.Count == 0 && one.Faults.Count == 0)];
        for (Assembly? assembly = null; assembly is null && takesPart.Any(part => part);)
        {
            CSharpCompilation all = References.Empty.AddSyntaxTrees(generated.Where((_, index) => takesPart[index]).SelectMany(one => one.Trees));
            using var image = new MemoryStream();
            using var documentation = new MemoryStream();
            EmitResult emitted = all.Emit(image, xmlDocumentationStream: documentation);
            // What cannot be emitted has errors, of which the emission shows the first kind alone.
            ILookup<string, Diagnostic> complaints = (emitted.Success ? emitted.Diagnostics : all.GetDiagnostics()).Where(IsComplaint).ToLookup(Owner);
            if (complaints.Count == 0)
            {
                assembly = Load(emitted, image);
                Images?.Keep(programs, image.ToArray());
                compiled = [.. compiled.Select((one, index) => takesPart[index] ? one with { Create = Constructor(assembly, one.Program) } : one)];
            }
            for (int index = 0; index < compiled.Length; index++)
            {
                string[] faults = [.. complaints[compiled[index].Program.Name].Select(Describe).Distinct().Take(4)];
                takesPart[index] &= faults.Length == 0;
                compiled[index] = compiled[index] with { Faults = [.. compiled[index].Faults, .. faults] };
            }
            if (complaints.Count > 0 && complaints.Contains(""))
                throw new InvalidOperationException(Describe(complaints[""].First()));
        }
        return compiled;
    }

    private Generated Generate(LossProgram program)
    {
        Starting(program);
        SyntaxTree source = References.Parse(Printer.File(program), program.Name + ".cs");
        SyntaxTree harness = References.Parse(HarnessPrinter.File(program), program.Name + "Harness.cs");
        CSharpCompilation alone = References.Empty.AddSyntaxTrees(source);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: References.ParseOptions)
            .RunGenerators(alone)
            .GetRunResult();
        double time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        ImmutableArray<SyntaxTree> trees = [.. result.GeneratedTrees.Select((tree, index) =>
            tree.WithFilePath(program.Name + $".g{index}.cs"))];
        return new Generated(program, source, [source, harness, .. trees], result.Diagnostics, time);
    }

    private static ILookup<string, Diagnostic> Analyze(Generated[] generated) =>
        References.Empty.AddSyntaxTrees(generated.Select(one => one.Source))
            .WithAnalyzers([new FormulaAnalyzer()])
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");

    private static CompiledProgram ToCompiled(Generated one, IEnumerable<Diagnostic> analyzed)
    {
        Diagnostic[] all = [.. one.Diagnostics, .. analyzed];
        return new CompiledProgram(
            one.Program,
            [.. all.Where(diagnostic => IsOurs(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).Distinct()],
            [.. all.Where(diagnostic => !IsOurs(diagnostic)).Select(Describe)],
            one.Milliseconds);
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("ADCE", StringComparison.Ordinal);

    // What the net writes may have warnings; what the generator writes may not, nor may what it writes break what the net writes.
    private static bool IsComplaint(Diagnostic diagnostic)
    {
        bool isGenerated = diagnostic.Location.SourceTree?.FilePath.Contains(".g", StringComparison.Ordinal) == true;
        return diagnostic.Severity == DiagnosticSeverity.Error || (isGenerated && diagnostic.Severity == DiagnosticSeverity.Warning);
    }

    private static string Owner(Diagnostic diagnostic)
    {
        string file = diagnostic.Location.SourceTree?.FilePath ?? "";
        return file.Split('.')[0].Replace("Harness", "", StringComparison.Ordinal);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        string file = diagnostic.Location.SourceTree?.FilePath ?? "";
        string place = file.Contains(".g", StringComparison.Ordinal) ? "generated code"
            : file.Contains("Harness", StringComparison.Ordinal) ? "a caller" : "the program";
        string line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{diagnostic.Id} in {place}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} [{line}]";
    }

    private Assembly Load(EmitResult emitted, MemoryStream image)
    {
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return context.LoadFromStream(image);
    }

    // What was refused is not in the image.
    private static Func<Settings, ILossHarness>? Constructor(Assembly assembly, LossProgram program) =>
        assembly.GetType(HarnessPrinter.TypeName(program)) is { } type ? settings => (ILossHarness)Activator.CreateInstance(type, settings)! : null;

    private sealed record Generated(
        LossProgram Program,
        SyntaxTree Source,
        ImmutableArray<SyntaxTree> Trees,
        ImmutableArray<Diagnostic> Diagnostics,
        double Milliseconds);
}
