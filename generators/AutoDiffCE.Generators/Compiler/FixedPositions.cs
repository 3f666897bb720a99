using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// Elements at positions that all samples share. A condition on the length decides whether one is read at all, as in <c>x.Length &gt; 2 ? x[2] : 0</c>; a
/// register reads both sides and chooses, so a position that a condition guards is kept within the row.
/// </summary>
internal static class FixedPositions
{
    // Further on, guards are not looked for: the row must be as long as the position says.
    private const int LastGuarded = 64;

    /// <summary>The fewest classes from which on no condition on the length lets an element be read that is not there.</summary>
    public static int MinClasses(IReadOnlyList<Node> roots)
    {
        int needed = TopologicalOrder.FromLeaves(roots).Where(IsFixed).Select(Needed).Append(1).Max();
        if (needed > LastGuarded)
            return needed;
        while (needed > 1 && !ReadsBeyond(roots, needed - 1))
            needed--;
        return needed;
    }

    /// <summary>The text of a position, within the row also where its guard keeps the element from being used.</summary>
    /// <param name="index">The position.</param>
    /// <param name="text">It in C#.</param>
    /// <param name="minimum">How many classes there are at least.</param>
    /// <param name="classes">How many there are, in C#.</param>
    public static string Within(Node index, string text, int minimum, string classes) =>
        !IsPosition(index) || Positions.ClassesNeeded(index) <= minimum ? text
        : index.Operation == Operation.Constant ? $"global::System.Math.Min({text}, {classes} - 1)"
        : $"global::System.Math.Max({text}, 0)";

    private static bool IsFixed(Node node) => node.Operation is Operation.Element or Operation.SharedElement && IsPosition(node.First);

    private static bool IsPosition(Node index) => index.Operation is Operation.Constant or Operation.Add;

    private static int Needed(Node element) => Positions.ClassesNeeded(element.First);

    private static bool ReadsBeyond(IEnumerable<Node> roots, int classes)
    {
        HashSet<Node> seen = [];
        bool Visit(Node node)
        {
            if (!seen.Add(node))
                return false;
            if (IsFixed(node))
                return Needed(node) > classes;
            return Used(node, classes).Any(Visit);
        }

        return roots.Any(Visit);
    }

    // What a row of so many classes leaves of the operands.
    private static IEnumerable<Node> Used(Node node, int classes) => (node.Operation, node.Operands.IsEmpty ? null : Decide(node.First, classes)) switch
    {
        (Operation.Select, true) => [node.Second],
        (Operation.Select, false) => [node.Third],
        (Operation.And, false) or (Operation.Or, true) => [],
        _ => node.Operands,
    };

    private static bool? Decide(Node condition, int classes) => condition.Operation switch
    {
        Operation.Truth => condition.Value != 0,
        Operation.LessThan => Number(condition.First, classes) is { } left && Number(condition.Second, classes) is { } right ? left < right : null,
        Operation.LessThanOrEqual => Number(condition.First, classes) is { } left && Number(condition.Second, classes) is { } right ? left <= right : null,
        Operation.Equal => Number(condition.First, classes) is { } left && Number(condition.Second, classes) is { } right ? left == right : null,
        Operation.Not => !Decide(condition.First, classes),
        Operation.And => Decide(condition.First, classes) & Decide(condition.Second, classes),
        Operation.Or => Decide(condition.First, classes) | Decide(condition.Second, classes),
        _ => null,
    };

    private static double? Number(Node node, int classes) => node.Operation switch
    {
        Operation.Constant => node.Value,
        Operation.Length => classes,
        Operation.Negate => -Number(node.First, classes),
        Operation.Add => node.Operands.Aggregate((double?)0, (sum, term) => sum + Number(term, classes)),
        Operation.Multiply => node.Operands.Aggregate((double?)1, (product, factor) => product * Number(factor, classes)),
        Operation.Divide => Number(node.First, classes) / Number(node.Second, classes),
        _ => null,
    };
}
