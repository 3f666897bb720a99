using System.Collections.Generic;

namespace AutoDiffCE;

/// <summary>
/// The words of a formula as text, which the compiler writes and the exact evaluation reads: postfix, with spaces between them. <c>x0</c> is the first real
/// input and <c>x0[]</c> the element of it at the index on the stack, <c>h0</c> and <c>h0[]</c> the same without a derivative, <c>k0</c> the first integer
/// input, <c>c0</c> and <c>c0[]</c> what the loss captures, <c>#0</c> the index of the first axis and <c>classes</c> how many there are. <c>+3</c> adds the last
/// three; <c>Sum#0</c> sums along an axis, and <c>Sum#0!</c> without the index on the stack. <c>=2</c> names the last one, and <c>$2</c> is what was so named.
/// Functions and numbers are their own words.
/// </summary>
internal static class FormulaWords
{
    public const char Real = 'x';
    public const char Held = 'h';
    public const char Captured = 'c';
    public const char Label = 'k';
    public const char Axis = '#';
    public const char Sum = '+';
    public const char Product = '*';
    public const char Named = '=';
    public const char Again = '$';
    public const char WithoutOne = '!';
    public const string Element = "[]";
    public const string Classes = "classes";

    /// <summary>The operations with a word and an arity of their own.</summary>
    public static IReadOnlyDictionary<Operation, (string Word, int Arity)> Operators { get; } = new Dictionary<Operation, (string, int)>
    {
        [Operation.Negate] = ("neg", 1),
        [Operation.Divide] = ("/", 2),
        [Operation.LessThan] = ("<", 2),
        [Operation.LessThanOrEqual] = ("<=", 2),
        [Operation.Equal] = ("==", 2),
        [Operation.And] = ("and", 2),
        [Operation.Or] = ("or", 2),
        [Operation.Not] = ("not", 1),
        [Operation.Select] = ("?", 3),
    };
}
