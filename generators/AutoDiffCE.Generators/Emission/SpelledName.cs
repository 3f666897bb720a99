using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Names for numbers that a batch shares, as one would read them aloud: <c>oneMinusSmoothing</c>, <c>halfDelta</c>, <c>marginOverClasses</c>.</summary>
internal static class SpelledName
{
    // Longer ones are harder to read than the comment beside the field.
    private const int LongestName = 36;

    /// <summary>The name; null for what is too long to be one.</summary>
    public static string? Of(Node node) => node.IsShared && node.Axes.IsEmpty && Words(node) is { Length: <= LongestName } name ? name : null;

    private static string? Words(Node node) => node.Operation switch
    {
        Operation.HyperParameter => node.Name,
        Operation.Length => "classes",
        Operation.Constant => Number(node.Value),
        Operation.Add when node.Operands.Length == 2 => Sum(node.First, node.Second),
        Operation.Multiply when node.Operands.Length == 2 =>
            node.First.IsConstant(0.5) ? Joined("half", "", Words(node.Second)) : Joined(Words(node.First), "Times", Words(node.Second)),
        Operation.Divide => node.First.IsConstant(1) ? Joined("inverse", "", Words(node.Second)) : Joined(Words(node.First), "Over", Words(node.Second)),
        Operation.Call when node.Operands.Length == 1 => Joined(node.Function!.LocalName, "Of", Words(node.First)),
        _ => null,
    };

    private static string? Number(double value) => value switch { 1 => "one", 2 => "two", 3 => "three", 4 => "four", 0.5 => "half", _ => null };

    private static string? Sum(Node first, Node second) =>
        second.Operation == Operation.Negate ? Joined(Words(first), "Minus", Words(second.First))
        : first.Operation == Operation.Negate ? Joined(Words(second), "Minus", Words(first.First))
        : Joined(Words(first), "Plus", Words(second));

    private static string? Joined(string? first, string between, string? second) =>
        first is null || second is null ? null : first + between + char.ToUpperInvariant(second[0]) + second.Substring(1);
}
