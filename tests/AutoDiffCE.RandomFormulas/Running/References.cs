using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>Compilations as strict as a user's project can be.</summary>
internal static class References
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>Nothing but references and options: the start of every compilation.</summary>
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Programs",
        [],
        All(),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: true,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release,
            deterministic: true));

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    private static ImmutableArray<MetadataReference> All() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "AutoDiffCE.dll" or "netstandard.dll" or "AutoDiffCE.RandomFormulas.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
