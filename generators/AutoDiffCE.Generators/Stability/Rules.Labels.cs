using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal static partial class Rules
{
    // The loss near zero is the share of the others, which the sum over all would round away. The law asks for u_k < ∞.
    private static Rule LabelLeftOut(Node? lifted) => OfTerm(
        "leave-the-label-out", "logSumExp_i(u_i) − u_k = softplus(logSumExp_{i≠k}(u_i) − u_k) for u_k < ∞",
        term => term is { Operation: Operation.LogSumExp, Excluded: null }, (algebra, others, coefficient, term) =>
    {
        if (IsInLogSoftmax(algebra, others.Whole, term, coefficient) || IsInReduction(algebra, others, term, coefficient))
            return null;
        // Where each position of a row has a sum of its own, that position is an index like any other.
        IEnumerable<Node> positions = term.Axes.Members().Select(algebra.Table.Index);
        Node[] indexes = [.. IndexesBelow(algebra, others.Whole).Where(index => IsOwnSum(term, index, lifted)).Concat(positions)];
        if (!IsBesideAll(algebra, others, term, coefficient, indexes))
            return null;
        // Of several elements, the one that is written beside it.
        IEnumerable<(Node Index, Node Element)> elements = indexes.Select(index => (index, algebra.At(term.First, term.Axis, index)));
        foreach ((Node index, Node picked) in elements.OrderBy(pair => algebra.DistanceIn(others.Whole, term, pair.Element)))
        {
            bool isMasked = picked.Operation == Operation.Constant && double.IsInfinity(picked.Value);
            if (!isMasked && !ReferenceEquals(picked, term.First) && others.TryRemove(-coefficient, picked))
                return algebra.Call(Functions.Softplus, Others(algebra, term, index, picked));
        }
        return null;
    }, inParts: true);

    // Where a log-sum-exp is there several times, each of them has an element: what is left of it alone would be parted from what it cancels with.
    private static bool IsBesideAll(NodeAlgebra algebra, TermList others, Node logSumExp, double coefficient, Node[] indexes)
    {
        double left = others.Terms.Where(part => ReferenceEquals(part.Term, logSumExp)).Sum(part => part.Coefficient);
        HashSet<Node> elements = [.. indexes.Select(index => algebra.At(logSumExp.First, logSumExp.Axis, index))];
        return left == 0 || others.Terms.Where(part => elements.Contains(part.Term)).Sum(part => part.Coefficient) == -(coefficient + left);
    }

    // u_i − logSumExp(u) at every i: they are large together, and the element at an index that is added to them may not be.
    private static bool IsInLogSoftmax(NodeAlgebra algebra, Node sum, Node logSumExp, double coefficient) =>
        (sum.Axes - logSumExp.Axes).Members().Any(axis =>
            new TermList(algebra, sum).TryRemove(-coefficient, algebra.Rename(logSumExp.First, logSumExp.Axis, axis)));

    // logSumExp(u_i + v_i) − logSumExp(u): the rows are large together, and the element at an index that is added to them may not be.
    private static bool IsInReduction(NodeAlgebra algebra, TermList others, Node logSumExp, double coefficient)
    {
        double whole = coefficient + others.Terms.Where(part => ReferenceEquals(part.Term, logSumExp)).Sum(part => part.Coefficient);
        return others.Terms.Any(part => part.Term.Operation == Operation.LogSumExp && !ReferenceEquals(part.Term, logSumExp)
            && WithLogSoftmax(algebra, part.Term, -whole / part.Coefficient, logSumExp) is not null);
    }

    // What one index adds whatever the inputs are would cancel in the gradient of its element.
    private static Rule ConstantTermLeftOut(Node? lifted) => new(
        "leave-a-constant-out", "Σ_i u_i = u_k + Σ_{i≠k} u_i where u_k does not depend on the sample", (algebra, node) =>
    {
        if (node.Operation != Operation.Sum || node.Excluded is not null)
            return null;
        foreach (Node index in IndexesBelow(algebra, node).Where(index => IsOwnSum(node, index, lifted)))
        {
            Node picked = algebra.At(node.First, node.Axis, index);
            if (picked.IsShared && !index.IsShared)
                return algebra.Add(picked, algebra.Sum(node.Axis, node.First, index));
        }
        return null;
    });

    private static Node Others(NodeAlgebra algebra, Node logSumExp, Node index, Node picked)
    {
        Node others = algebra.Reduce(Operation.LogSumExp, logSumExp.Axis, logSumExp.First, index);
        return algebra.Subtract(others, algebra.Call(Functions.BelowInfinity, picked));
    }

    // Indexes at which a row has another element, which is its own, before those that pick one for the whole sample, those that are compared with such an
    // index, and those that are numbers in a sum over numbers of places.
    private static IEnumerable<Node> IndexesBelow(NodeAlgebra algebra, Node node) => TopologicalOrder.FromLeaves([node])
        .SelectMany(part => part.Operation switch
        {
            Operation.Element or Operation.SharedElement => [part.First],
            Operation.Equal when part.First.Operation == Operation.Index => [algebra.PickedIndex(part, part.First.Axis)],
            Operation.Equal when part.Operands.All(operand => operand.IsClassIndex) => part.Operands,
            _ => Enumerable.Empty<Node?>(),
        }, (part, index) => (Index: index, IsOfElement: part.Operation is Operation.Element or Operation.SharedElement))
        .OrderBy(found => found.IsOfElement)
        .Select(found => found.Index)
        .OfType<Node>()
        .Where(index => index.Axes.IsEmpty)
        .Concat(algebra.NumbersOfPositions(node))
        .Distinct();

    // A label that is lifted becomes every class: leaving another one out at each takes a sum for each, which is no loss where each has its own sum already.
    private static bool IsOwnSum(Node sum, Node index, Node? lifted) =>
        !ReferenceEquals(index, lifted) || Search.Reaches(sum, _ => true, part => ReferenceEquals(part, lifted));
}
