using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Names as C# text. Everywhere else a name is what its author calls the thing, without an @.</summary>
internal static class CSharpNames
{
    /// <summary>The name of a variable, a parameter or a member.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of a type, where words count too that are keywords in some places only, as var and record.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None && !typeWords.Contains(name) ? Escape(name) : "@" + name;

    // Words that mean a type where no type has their name.
    private static readonly HashSet<string> typeWords = ["dynamic", "nint", "nuint", "notnull"];
}
