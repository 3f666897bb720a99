using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// What StopGradient makes of an expression: the same expression of inputs that are held. A held input is read like any other and has no derivative, so that
/// nothing but differentiation asks which one is. It is a leaf, and not a call around the expression, so that rules see all that is inside; to them it is
/// another number than the input itself, so that no rule can make one of the other.
/// </summary>
internal static class HeldInputs
{
    /// <summary>Holds the inputs of expressions.</summary>
    /// <param name="table">Makes the nodes.</param>
    /// <param name="standIn">What a node that stands for an expression yet unknown becomes; null for any other node.</param>
    public static Rewriter Holding(NodeTable table, Func<Node, Node?>? standIn = null) => new((node, operands) =>
        node.Operation is Operation.Scalar or Operation.Element ? table.Make(node.Operation, operands, value: 1, node.Name)
        : standIn?.Invoke(node) is { } held ? held
        : table.With(node, operands));

    /// <summary>Makes held inputs inputs like any other, which is right of values and of derivatives that have been taken.</summary>
    /// <param name="table">Makes the nodes.</param>
    /// <param name="rebuild">What becomes of a node whose operands have changed.</param>
    public static Rewriter Releasing(NodeTable table, Func<Node, ImmutableArray<Node>, Node> rebuild) => new((node, operands) =>
        node.IsHeld ? table.Make(node.Operation, operands, name: node.Name) : rebuild(node, operands));

    /// <summary>Whether inputs are held anywhere in an expression.</summary>
    public static bool AreIn(Node value) => Search.Reaches(value, _ => true, node => node.IsHeld);

    /// <summary>The names of a formula, for its nodes as they are when nothing is held.</summary>
    public static IReadOnlyDictionary<Node, string> ReleasedHints(Formula formula)
    {
        Rewriter releasing = Releasing(formula.Table, formula.Table.With);
        Dictionary<Node, string> hints = [];
        foreach (KeyValuePair<Node, string> hint in formula.Hints)
        {
            Node released = releasing.Rewrite(hint.Key);
            if (!hints.ContainsKey(released))
                hints.Add(released, hint.Value);
        }
        return hints;
    }
}
