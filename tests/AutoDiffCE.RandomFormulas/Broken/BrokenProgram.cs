using System.Globalization;
using AutoDiffCE.RandomFormulas.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.RandomFormulas.Broken;

/// <summary>A program that is wrong as text: what an editor holds while somebody types, and what nobody should write.</summary>
internal static class BrokenProgram
{
    private static readonly string[] strangers =
    [
        "(", ")", "{", "}", "[", "]", ";", ",", "=>", "?", ":", "+", "-", "*", "/", "^", "!", "&&", "0", "1e400", "1.5f", "\"text\"", "'c'", "null",
        "default", "this", "base", "new", "row", "int", "double", "float", "Row", "var", "return", "if", "else", "for", "while", "switch", "throw",
        "await", "async", "static", "void", "public", "class", "partial", "[Loss]", "[Differentiable]", "Sum", "Exp", "Softmax", "OneHot", "Where",
        "x => x", "(x, i) => x", "..", "^1", "@", "#if", "//", "/*", "\\", "\u2028", "is", "as", "ref", "out", "in", "params", "namespace", "using",
        "get; init;", "<T>", "where T : class", "unchecked", "stackalloc", "lock", "goto", "dynamic", "decimal", "long",
    ];

    /// <summary>The text of one of them.</summary>
    public static string Make(ulong seed, int number)
    {
        var dice = new Dice(seed + 77, (uint)number);
        if (dice.Chance(0.08))
            return DeepProgram.Make(dice, number);
        string text = Printer.File(ProgramGenerator.Generate(seed, number));
        // A loss that is well beside it must keep its members.
        if (dice.Chance(0.3))
            text += "\n" + Printer.Class(ProgramGenerator.Generate(seed, number + 1_000_000));
        List<string> tokens = [.. SyntaxFactory.ParseTokens(text).Select(token => token.ToFullString())];
        // The usings may be hurt, but not every time.
        int start = dice.Chance(0.1) ? 0 : tokens.FindIndex(token => token.Contains("Loss]", StringComparison.Ordinal) || token.Trim() == "Loss") - 1;
        int edits = 1 + dice.Next(4);
        for (int edit = 0; edit < edits && tokens.Count > start + 3; edit++)
            Mutate(tokens, Math.Max(start, 0), dice);
        return string.Concat(tokens);
    }

    /// <summary>A name for it in reports.</summary>
    public static string Name(int number) => "Broken" + number.ToString(CultureInfo.InvariantCulture);

    private static void Mutate(List<string> tokens, int start, Dice dice)
    {
        int at = start + dice.Next(tokens.Count - start - 1);
        int other = start + dice.Next(tokens.Count - start - 1);
        switch (dice.Next(8))
        {
            case 0 or 1:
                tokens.RemoveAt(at);
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 4:
                tokens.RemoveRange(at, tokens.Count - at);
                break;
            case 5:
                tokens.Insert(at, tokens[other]);
                break;
            case 6:
                tokens[at] = " " + dice.Pick<string>(strangers) + " ";
                break;
            default:
                tokens.Insert(at, " " + dice.Pick<string>(strangers) + " ");
                break;
        }
    }
}
