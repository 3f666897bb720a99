using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    /// <summary>The log-sum-exp L where an expression is e^(u_k − L), u being what L runs over, and the axis of k.</summary>
    public (Node LogSumExp, int Axis)? SoftmaxOver(Node node) =>
        node.Is(Functions.Exp) && node.First.Operation == Operation.Add ? LogSoftmaxOver(node.First) : null;

    /// <summary>The log-sum-exp L where an expression is u_k − L, u being what L runs over, and the axis of k.</summary>
    public (Node LogSumExp, int Axis)? LogSoftmaxOver(Node difference)
    {
        foreach (Node term in difference.Operands)
        {
            if (term is not { Operation: Operation.Negate, First: { Operation: Operation.LogSumExp } logSumExp })
                continue;
            Node numerator = Add(difference, logSumExp);
            foreach (int axis in numerator.Axes.Members())
            {
                if (ReferenceEquals(Rename(logSumExp.First, logSumExp.Axis, axis), numerator))
                    return (logSumExp, axis);
            }
        }
        return null;
    }

    /// <summary>
    /// The log-sum-exp L where an expression is v_k − L, v being what L runs over but for one index, at which L has something else; the axis of k, and the index.
    /// </summary>
    public (Node LogSumExp, int Axis, Node Index)? LogSoftmaxBeside(Node difference)
    {
        foreach (Node term in difference.Operands)
        {
            if (term is not { Operation: Operation.Negate, First: { Operation: Operation.LogSumExp, Excluded: null } logSumExp })
                continue;
            Node numerator = Add(difference, logSumExp);
            foreach (Node condition in PicksIn(logSumExp))
            {
                Node beside = Replace(logSumExp.First, condition, Table.Truth(false));
                foreach (int axis in (numerator.Axes - logSumExp.Axes).Members())
                {
                    if (ReferenceEquals(Rename(beside, logSumExp.Axis, axis), numerator))
                        return (logSumExp, axis, PickedIndex(condition, logSumExp.Axis)!);
                }
            }
        }
        return null;
    }

    private readonly Dictionary<Node, Node?> softmaxElements = [];

    /// <summary>
    /// The log-sum-exp L where an expression is u_k − L, u being what L runs over and k an axis or an index that picks one element. What is the same element is
    /// computed in the same way, so that it compares equal to itself.
    /// </summary>
    public Node? LogSoftmaxElement(Node difference)
    {
        if (difference.Operation != Operation.Add)
            return null;
        if (!softmaxElements.TryGetValue(difference, out Node? known))
            softmaxElements[difference] = known = LogSoftmaxOver(difference)?.LogSumExp ?? PickedLogSoftmax(difference);
        return known;
    }

    /// <summary>The log-sum-exp L where an expression is e^(u_k − L), k being an axis or an index that picks one element.</summary>
    public Node? SoftmaxElement(Node node) => node.Is(Functions.Exp) ? LogSoftmaxElement(node.First) : null;

    private Node? PickedLogSoftmax(Node difference)
    {
        foreach (Node term in difference.Operands)
        {
            if (term is not { Operation: Operation.Negate, First: { Operation: Operation.LogSumExp, Excluded: null } logSumExp })
                continue;
            Node numerator = Add(difference, logSumExp);
            if (BodiesOf(logSumExp).Any(body => IsElementOf(body, logSumExp.Axis, numerator)))
                return logSumExp;
        }
        return null;
    }

    // What is reduced, and what it is where none of its positions is picked.
    private IEnumerable<Node> BodiesOf(Node reduction) =>
        PicksIn(reduction).Select(condition => Replace(reduction.First, condition, Table.Truth(false)))
            .Prepend(reduction.First);

    private static IEnumerable<Node> PicksIn(Node reduction) =>
        TopologicalOrder.FromLeaves([reduction.First]).Where(node => PickedIndex(node, reduction.Axis) is not null);

    private bool IsElementOf(Node body, int axis, Node element) =>
        element.Axes.Members().Any(other => ReferenceEquals(Rename(body, axis, other), element))
        || IndexesIn(element, body).Any(index => !index.Axes.Contains(axis) && ReferenceEquals(At(body, axis, index), element));

    // Whatever reads an element, or is compared with a position.
    private static IEnumerable<Node> IndexesIn(params Node[] nodes) => TopologicalOrder.FromLeaves(nodes)
        .SelectMany(node => node.Operation switch
        {
            Operation.Element or Operation.SharedElement => [node.First],
            Operation.Equal when node.Operands.Any(operand => operand.Operation == Operation.Index) => node.Operands,
            _ => Enumerable.Empty<Node>(),
        })
        .Where(index => index.IsClassIndex)
        .Distinct();
}
