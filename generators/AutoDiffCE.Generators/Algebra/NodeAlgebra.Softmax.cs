using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>An element of a row beside the log-sum-exp of that row: a multiple of u_k − log Σ e^u in a sum.</summary>
/// <param name="LogSumExp">log Σ e^u.</param>
/// <param name="LeftOut">The question that the element does not ask: the row has something else at one index. Null where the element is any of the row.</param>
/// <param name="Position">k: another axis, or an index.</param>
/// <param name="Scale">The number that it is multiplied with.</param>
/// <param name="Others">The other terms of the sum.</param>
internal sealed record LogSoftmax(Node LogSumExp, Node? LeftOut, Node Position, double Scale, Node[] Others)
{
    /// <summary>Whether there is nothing else in the sum, so that its exponential is a softmax.</summary>
    public bool IsAll => Scale == 1 && Others.Length == 0;

    /// <summary>Whether the elements of another axis are beside a value that does not vary along it.</summary>
    public bool IsRow => LogSumExp.Excluded is null && Position.Operation == Operation.Index && !LogSumExp.Axes.Contains(Position.Axis);
}

internal sealed partial class NodeAlgebra
{
    private readonly Dictionary<Node, LogSoftmax?> logSoftmaxes = [];

    /// <summary>
    /// An element beside its log-sum-exp in a sum: one that is all of the sum if there is one, or else the nearest, since an author writes the two together. What
    /// is the same element is computed in the same way, so that it compares equal to itself.
    /// </summary>
    public LogSoftmax? LogSoftmaxIn(Node sum)
    {
        if (sum.Operation != Operation.Add)
            return null;
        if (!logSoftmaxes.TryGetValue(sum, out LogSoftmax? known))
        {
            LogSoftmax[] found = [.. LogSoftmaxesIn(sum)];
            logSoftmaxes[sum] = known = Array.Find(found, element => element.IsAll)
                ?? found.OrderBy(element => DistanceIn(sum, element.LogSumExp, At(element.LogSumExp.First, element.LogSumExp.Axis, element.Position))).FirstOrDefault();
        }
        return known;
    }

    /// <summary>u_k − L where a node is e^(u_k − L), L being the log-sum-exp of u.</summary>
    public LogSoftmax? SoftmaxIn(Node node) => node.Is(Functions.Exp) && LogSoftmaxIn(node.First) is { IsAll: true } softmax ? softmax : null;

    /// <summary>All elements beside their log-sum-exps in a sum, those of whole rows first.</summary>
    public IEnumerable<LogSoftmax> LogSoftmaxesIn(Node sum) => sum.Operation == Operation.Add ? sum.Operands.SelectMany(term => LogSoftmaxesIn(sum, term)) : [];

    /// <summary>The index at which an element is found in a row along an axis: another axis, or one that picks it.</summary>
    public Node? PositionOf(Node element, Node row, int axis) =>
        PositionsIn(element, row).FirstOrDefault(position => ReferenceEquals(At(row, axis, position), element));

    /// <summary>The index at which a sum has all terms of a row along an axis, or of its negative.</summary>
    public Node? PositionIn(Node sum, Node row, int axis, double sign) => PositionsIn(sum, row).FirstOrDefault(position =>
        TermsOf(WithCoefficient(sign, At(row, axis, position))).All(NodeAlgebra.TermsOf(sum).Contains));

    /// <summary>How far a log-sum-exp stands in a sum from an element of its row.</summary>
    public int DistanceIn(Node sum, Node logSumExp, Node element)
    {
        Node[] terms = [.. TermsOf(sum).Select(term => SplitCoefficient(term).Term)];
        HashSet<Node> parts = [.. TermsOf(element).Select(term => SplitCoefficient(term).Term)];
        int place = Array.IndexOf(terms, logSumExp);
        return Enumerable.Range(0, terms.Length).Where(at => parts.Contains(terms[at])).Select(at => Math.Abs(at - place)).DefaultIfEmpty(int.MaxValue).Min();
    }

    /// <summary>The terms of a sum, and what is no sum by itself.</summary>
    public static IEnumerable<Node> TermsOf(Node node) => node.Operation == Operation.Add ? node.Operands : [node];

    private IEnumerable<LogSoftmax> LogSoftmaxesIn(Node sum, Node term)
    {
        (double coefficient, Node logSumExp) = SplitCoefficient(term);
        if (logSumExp.Operation != Operation.LogSumExp)
            yield break;
        foreach (Node? leftOut in PicksIn(logSumExp).Prepend(null))
        {
            Node row = leftOut is null ? logSumExp.First : Replace(logSumExp.First, leftOut, Table.Truth(false));
            foreach (Node position in PositionsIn(sum, row))
            {
                // Nothing but another axis is among the elements of a row without an index.
                if (logSumExp.Excluded is not null && position.Operation != Operation.Index)
                    continue;
                // At the index that a row is changed at, it has what it was changed to.
                if (leftOut is not null && ReferenceEquals(PickedIndex(leftOut, logSumExp.Axis), position))
                    continue;
                Node element = At(row, logSumExp.Axis, position);
                HashSet<Node> taken = [term, .. TermsOf(element).Select(part => Scaled(part, -coefficient))];
                if (taken.All(sum.Operands.Contains))
                    yield return new LogSoftmax(logSumExp, leftOut, position, -coefficient, [.. sum.Operands.Where(other => !taken.Contains(other))]);
            }
        }
    }

    private Node Scaled(Node term, double scale)
    {
        (double coefficient, Node rest) = SplitCoefficient(term);
        return WithCoefficient(scale * coefficient, rest);
    }

    /// <summary>The questions that a row asks of one index, which a sum that leaves the index out no longer asks.</summary>
    public IEnumerable<Node?> PicksIn(Node reduction) => reduction.Excluded is null
        ? TopologicalOrder.FromLeaves([reduction.First]).Where(node => PickedIndex(node, reduction.Axis) is not null)
        : [];

    /// <summary>
    /// The indexes at which an expression may have elements of a row. Axes first, and the innermost before others: a label that is lifted runs along the
    /// outermost. An index is whatever reads an element, is compared with a position, or is a number beside a row of numbers.
    /// </summary>
    public IEnumerable<Node> PositionsIn(Node elements, Node row) => elements.Axes.Members().Reverse().Select(Table.Index)
        .Concat(TopologicalOrder.FromLeaves([elements, row])
            .SelectMany(node => node.Operation switch
            {
                Operation.Element or Operation.SharedElement => [node.First],
                Operation.Equal when node.Operands.Any(operand => operand.Operation == Operation.Index) => node.Operands,
                _ => Enumerable.Empty<Node>(),
            })
            .Where(index => index.IsClassIndex))
        .Concat(NumbersOfPositions(elements))
        .Distinct();

    /// <summary>The places of a row that stand in an expression as numbers, where a row of it is made of its indexes, as k does in k a − logSumExp_i(i a).</summary>
    public IEnumerable<Node> NumbersOfPositions(Node expression) => Search.Reaches(expression, _ => true, part => part.Operation == Operation.Index)
        ? TopologicalOrder.FromLeaves([expression]).Where(IsPlace)
        : [];

    // A number, also one that is counted from the end, is a place where rows are known to have one there.
    private bool IsPlace(Node node) => node.IsClassIndex && node.Axes.IsEmpty && node.Operation switch
    {
        Operation.Label => true,
        Operation.Constant => Positions.ClassesNeeded(node) <= Table.MinClasses,
        Operation.Add => Positions.ClassesNeeded(node) is >= 1 and var needed && needed <= Table.MinClasses,
        _ => false,
    };
}
