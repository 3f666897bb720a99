using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The text of a formula as its author wrote it.</summary>
internal static class FormulaSource
{
    // What ends a line, and with it a comment, by the grammar of C#.
    private static readonly string[] lineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>The declaration of a method, its lines moved to the left margin and ended by \n; what does not show is written as an escape.</summary>
    public static string Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        string[] lines = [.. method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).ToString()
            .Split(lineEnds, StringSplitOptions.None).Select(line => Visible(line.Replace("\t", "    ").TrimEnd()))];
        // The first line starts at the declaration itself, so that only the others tell the margin.
        int margin = lines.Skip(1).Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select((line, index) => index == 0 || line.Length == 0 ? line : line.Substring(margin)));
    }

    /// <summary>A token, in one line whatever is in it.</summary>
    public static string InLine(string token) => Visible(token);

    private static string Visible(string line) => line.All(IsVisible) ? line : string.Concat(line.Select(Visible));

    private static string Visible(char letter) => IsVisible(letter) ? letter.ToString() : "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture);

    // Half of a pair cannot be written to a file, and what turns the direction of a text makes it read as something else.
    private static bool IsVisible(char letter) =>
        char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
