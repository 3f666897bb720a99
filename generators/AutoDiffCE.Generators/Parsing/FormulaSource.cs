using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The text of a formula as its author wrote it.</summary>
internal static class FormulaSource
{
    /// <summary>The declaration of a method, its lines moved to the left margin.</summary>
    public static string Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        string[] lines = [.. method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).ToString()
            .Split('\n').Select(line => line.TrimEnd().Replace("\t", "    "))];
        // The first line starts at the declaration itself, so that only the others tell the margin.
        int margin = lines.Skip(1).Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select((line, index) => index == 0 || line.Length == 0 ? line : line.Substring(margin)));
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
