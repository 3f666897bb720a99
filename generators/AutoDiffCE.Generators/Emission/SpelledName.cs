using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Names for numbers that a batch shares, as one would read them aloud: <c>oneMinusSmoothing</c>, <c>halfDelta</c>, <c>marginOverClasses</c>.</summary>
internal static class SpelledName
{
    // Longer ones are harder to read than the comment beside the field.
    private const int LongestName = 36;

    // What is nested deeper has a longer name, and a value that is used twice would be spelled twice at each level.
    private const int MaxDepth = 3;

    /// <summary>The name; null for what is too long to be one.</summary>
    public static string? Of(Node node) => node.IsShared && node.Axes.IsEmpty && Words(node, MaxDepth) is { Length: <= LongestName } name ? name : null;

    private static string? Words(Node node, int depth) => depth < 0 ? null : node.Operation switch
    {
        Operation.HyperParameter => node.Name,
        Operation.Length => "classes",
        Operation.Constant => Number(node.Value),
        Operation.Add when node.Operands.Length == 2 => Sum(node.First, node.Second, depth - 1),
        Operation.Multiply when node.Operands.Length == 2 =>
            node.First.IsConstant(0.5) ? Joined("half", "", Words(node.Second, depth - 1)) : Joined(Words(node.First, depth - 1), "Times", Words(node.Second, depth - 1)),
        Operation.Divide => node.First.IsConstant(1) ? Joined("inverse", "", Words(node.Second, depth - 1)) : Joined(Words(node.First, depth - 1), "Over", Words(node.Second, depth - 1)),
        Operation.Call when node.Operands.Length == 1 => Joined(node.Function!.LocalName, "Of", Words(node.First, depth - 1)),
        _ => null,
    };

    private static string? Number(double value) => value switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", 0.5 => "half", _ => null };

    private static string? Sum(Node first, Node second, int depth) =>
        second.Operation == Operation.Negate ? Joined(Words(first, depth), "Minus", Words(second.First, depth))
        : first.Operation == Operation.Negate ? Joined(Words(second, depth), "Minus", Words(first.First, depth))
        : Joined(Words(first, depth), "Plus", Words(second, depth));

    private static string? Joined(string? first, string between, string? second) =>
        first is null || second is null ? null : first + between + char.ToUpperInvariant(second[0]) + second.Substring(1);
}
