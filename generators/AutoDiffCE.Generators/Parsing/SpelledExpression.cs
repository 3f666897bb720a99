using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>An expression of C# where a reader meets it: as a name, and as a line of text.</summary>
internal static class SpelledExpression
{
    private const int LongestLine = 100, LongestName = 32, ManyWords = 3;

    /// <summary>A name for its value: <c>weightsSum</c> for <c>weights.Sum()</c>.</summary>
    public static string NameOf(SyntaxNode expression, bool isTruth)
    {
        string[] words = [.. expression.DescendantTokens().Select(Word).Where(word => word.Length > 0)];
        string[] chosen = words.Length <= ManyWords ? words : [words[0], words[words.Length - 1]];
        string name = string.Concat(chosen.SkipWhile(word => !SyntaxFacts.IsIdentifierStartCharacter(word[0]))
            .Select((word, index) => (index == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word.Substring(1)));
        // What is named like a hyper-parameter would be taken for it.
        bool isWord = chosen.Length < 2 || name.Length == 0 || words.Contains(name);
        name = isWord ? (name.Length == 0 ? "captured" : name) + (isTruth ? "Holds" : "Value") : name;
        return name.Length <= LongestName ? name : name.Substring(0, char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName);
    }

    /// <summary>Its text in one line, without comments.</summary>
    public static string LineOf(SyntaxNode expression)
    {
        var line = new StringBuilder();
        bool isApart = false;
        foreach (SyntaxToken token in expression.DescendantTokens())
        {
            if (line.Length > 0 && (isApart || token.LeadingTrivia.Count > 0))
                line.Append(' ');
            line.Append(FormulaSource.InLine(token.Text));
            isApart = token.TrailingTrivia.Count > 0;
            if (line.Length > LongestLine)
                return line.ToString(0, LongestLine) + "…";
        }
        return line.ToString();
    }

    private static string Word(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => token.ValueText,
        SyntaxKind.NullKeyword or SyntaxKind.NotKeyword => token.Text,
        SyntaxKind.NumericLiteralToken when token.Text.All(char.IsDigit) => token.Text,
        SyntaxKind.StringLiteralToken when token.ValueText.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) => token.ValueText,
        _ => "",
    };
}
