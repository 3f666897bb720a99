using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>Whether an expression is the same for all samples, and at what place of a row it stands.</summary>
/// <param name="IsShared">Whether it depends on captures, constants, the number of classes and one index only.</param>
/// <param name="Index">The index of the one axis that it varies along, or the label of the sample that it is taken at; null for one number.</param>
internal readonly record struct SharedPlace(bool IsShared, Node? Index)
{
    /// <summary>Whether it is one number, or one truth, for the whole batch.</summary>
    public bool IsOne => IsShared && Index is null;

    public static SharedPlace Of(Node node)
    {
        if (node.IsShared)
        {
            return node.Axes.Count switch
            {
                0 => new(true, null),
                1 => new(true, IndexIn(node, node.Axes.Members().First())),
                _ => default,
            };
        }
        Node? label = null;
        return node.Axes.IsEmpty && IsAtLabel(node, [], ref label) ? new(true, label) : default;
    }

    private static Node IndexIn(Node node, int axis) =>
        TopologicalOrder.FromLeaves([node]).First(part => part.Operation == Operation.Index && part.Axis == axis);

    // A label is one class of the rows that all samples share. An integer that may lie beyond them is the sample's own.
    private static bool IsAtLabel(Node node, HashSet<Node> seen, ref Node? label)
    {
        if (node.IsShared || !seen.Add(node))
            return true;
        Node place = node is { Operation: Operation.SharedElement, First.Operation: Operation.Label } ? node.First : node;
        if (place.Operation == Operation.Label)
        {
            label ??= place;
            return ReferenceEquals(label, place) && (place.IsClassIndex || !ReferenceEquals(place, node));
        }
        if (node.Operands.IsEmpty || node.IsReduction || node.Operation is Operation.Element or Operation.SharedElement)
            return false;
        foreach (Node operand in node.Operands)
        {
            if (!IsAtLabel(operand, seen, ref label))
                return false;
        }
        return true;
    }
}
