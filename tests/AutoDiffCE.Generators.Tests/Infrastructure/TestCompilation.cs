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

    /// <summary>A library of one file for each source.</summary>
    public static CSharpCompilation Of(params string[] sources) => Of(ParseOptions, sources);

    /// <summary>A library of one file for each source, as a language of another version.</summary>
    public static CSharpCompilation Of(CSharpParseOptions options, params string[] sources) => CSharpCompilation.Create(
        "Sample" + Guid.NewGuid().ToString("N"),
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Sample{index}.cs", System.Text.Encoding.UTF8)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: true,
            warningLevel: 9999,
            nullableContextOptions: options.LanguageVersion < LanguageVersion.CSharp8 ? NullableContextOptions.Disable : NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release));

    /// <summary>Loads a compilation; it must have nothing to complain about.</summary>
    public static Assembly Load(Compilation compilation)
    {
        AssertClean(compilation);
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success, "A compilation without errors was not emitted.");
        stream.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>Whether a user would see it, what is only worth knowing included where it is ours. Samples go without documentation, generated code does not.</summary>
    public static bool IsComplaint(Diagnostic diagnostic) =>
        (diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("ADCE", StringComparison.Ordinal)) && !diagnostic.IsSuppressed
        && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath.StartsWith("Sample", StringComparison.Ordinal) == true);

    /// <summary>Checks that a compilation has neither errors nor warnings; if it has, the text with line numbers is shown.</summary>
    public static void AssertClean(Compilation compilation)
    {
        Diagnostic[] complaints = [.. compilation.GetDiagnostics().Where(IsComplaint)];
        if (complaints.Length == 0)
            return;
        IEnumerable<string> texts = complaints.Select(diagnostic => diagnostic.Location.SourceTree).OfType<SyntaxTree>().Distinct()
            .Select(tree => tree.FilePath + "\n" + string.Join("\n", tree.GetText().Lines.Select(line => $"{line.LineNumber + 1,5}  {line}")));
        Assert.Fail(string.Join("\n", complaints.Select(complaint => complaint.ToString()).Concat(texts)));
    }
}
