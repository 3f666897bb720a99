using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Names as C# text. Everywhere else a name is what its author calls the thing, without an @.</summary>
internal static class CSharpNames
{
    /// <summary>The name of a variable, a parameter or a member.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>
    /// The name of a type. C# warns of those in small letters without an @: they may be words of the language one day, as var and record are.
    /// </summary>
    public static string EscapeType(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : Escape(name);
}
