using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>Compilations with the runtime at hand, as strict as a user's project can be.</summary>
public static class TestCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "AutoDiffCE.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What other compilations are made of has read the references, which takes as long as to compile a loss.
    private static CSharpCompilation Empty { get; } = Create(NullableContextOptions.Enable);

    /// <summary>A library of one file for each source.</summary>
    public static CSharpCompilation Of(params string[] sources) => Of(ParseOptions, sources);

    /// <summary>A library of one file for each source, as a language of another version.</summary>
    public static CSharpCompilation Of(CSharpParseOptions options, params string[] sources) =>
        (options.LanguageVersion < LanguageVersion.CSharp8 ? Create(NullableContextOptions.Disable) : Empty).AddSyntaxTrees(
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Sample{index}.cs", System.Text.Encoding.UTF8)));

    // A loss runs a few times: the JIT compiler would be longer at its optimization than all tests at its run. Random programs are optimized.
    private static CSharpCompilation Create(NullableContextOptions nullable) => CSharpCompilation.Create(
        "Samples",
        references: References,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: true,
            warningLevel: 9999,
            nullableContextOptions: nullable,
            optimizationLevel: OptimizationLevel.Debug));

    /// <summary>Loads a compilation; it must have nothing to complain about.</summary>
    public static Assembly Load(Compilation compilation) => Load(compilation, new EmittedCompilation(compilation));

    /// <summary>Loads a compilation that was emitted; it must have nothing to complain about.</summary>
    public static Assembly Load(Compilation compilation, EmittedCompilation emitted)
    {
        AssertClean(emitted.Diagnostics);
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(new MemoryStream(emitted.Image));
    }

    /// <summary>Whether a user would see it, what is only worth knowing included where it is ours. Samples go without documentation, generated code does not.</summary>
    public static bool IsComplaint(Diagnostic diagnostic) =>
        (diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("ADCE", StringComparison.Ordinal)) && !diagnostic.IsSuppressed
        && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath.StartsWith("Sample", StringComparison.Ordinal) == true);

    // If there are errors or warnings, the text with line numbers is shown.
    private static void AssertClean(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] complaints = [.. diagnostics.Where(IsComplaint)];
        if (complaints.Length == 0)
            return;
        IEnumerable<string> texts = complaints.Select(diagnostic => diagnostic.Location.SourceTree).OfType<SyntaxTree>().Distinct()
            .Select(tree => tree.FilePath + "\n" + string.Join("\n", tree.GetText().Lines.Select(line => $"{line.LineNumber + 1,5}  {line}")));
        Assert.Fail(string.Join("\n", complaints.Select(complaint => complaint.ToString()).Concat(texts)));
    }
}
