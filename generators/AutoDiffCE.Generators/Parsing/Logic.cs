using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Truths of C# in the few operations that formulas have for them.</summary>
internal static class Logic
{
    public static Node And(NodeTable table, Node left, Node right) => table.Make(Operation.And, left, right);

    public static Node Or(NodeTable table, Node left, Node right) => table.Make(Operation.Or, left, right);

    public static Node Not(NodeTable table, Node truth) => table.Make(Operation.Not, truth);

    // a ≠ b = (a and not b) or (not a and b)
    public static Node ExclusiveOr(NodeTable table, Node left, Node right) =>
        Or(table, And(table, left, Not(table, right)), And(table, Not(table, left), right));

    /// <summary>One of two values, or tuples of them; of truths (c and a) or (not c and b), since a selection is between numbers.</summary>
    public static Node Choose(NodeTable table, Node condition, Node whenTrue, Node whenFalse)
    {
        if (ReferenceEquals(whenTrue, whenFalse))
            return whenTrue;
        if (Tuples.Is(whenTrue) || Tuples.Is(whenFalse))
            return Tuples.Choose(table, condition, whenTrue, whenFalse);
        return whenTrue.Kind == ValueKind.Boolean
            ? Or(table, And(table, condition, whenTrue), And(table, Not(table, condition), whenFalse))
            : table.Make(Operation.Select, condition, whenTrue, whenFalse);
    }
}
