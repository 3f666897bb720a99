using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// Sums as their author grouped them. In (x − y) + z the large numbers cancel before the small one is added; in canonical form, and after rules have
/// merged exponents, all three stand in one sum. Before it is scheduled, every sum gets its groups back.
/// </summary>
internal sealed class WrittenSums
{
    private readonly NodeAlgebra algebra;
    // Each sum, and the sums it was written as a sum of, at any depth.
    private readonly Dictionary<Node, List<Node>> parts = [];
    private readonly Node[] groups;
    private readonly Dictionary<AxisSet, WrittenSums> along = [];

    /// <summary>The sums of a formula.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="formula">The formula, as written.</param>
    /// <param name="forms">The forms that a part of it can have. In one, a sum can be what was written as a logarithm, or as a product of exponentials.</param>
    public WrittenSums(NodeAlgebra algebra, Node formula, params Func<Node, Node>[] forms)
    {
        this.algebra = algebra;
        foreach (Func<Node, Node> form in forms)
        {
            Dictionary<Node, Node[]> written = [];
            HashSet<Node> seen = [];
            foreach (Node node in TopologicalOrder.FromLeaves([formula]).Where(node => node.Kind == ValueKind.Real))
            {
                if (SumIn(form(node)) is not { } sum)
                    continue;
                bool takesExponentials = node.Is(Functions.Log) || (form(node).Is(Functions.Exp) && !node.Is(Functions.Exp));
                written[node] =
                [
                    .. node.Operands.Where(part => written.ContainsKey(part) && form(part).Is(Functions.Exp) == takesExponentials)
                        .SelectMany(part => written[part].Prepend(SumIn(form(part))!)).Distinct(),
                ];
                // What was added in another order is the same sum: it has the groups that it was first written with.
                if (seen.Add(sum))
                    PartsOf(sum).AddRange(written[node]);
            }
        }
        groups = Sorted(parts.Keys);
    }

    // Some sums, and all that became of each.
    private WrittenSums(WrittenSums sums, Func<Node, IEnumerable<Func<Node, Node>>> changesOf)
    {
        algebra = sums.algebra;
        foreach (KeyValuePair<Node, List<Node>> entry in sums.parts)
        {
            foreach (Func<Node, Node> change in changesOf(entry.Key).Prepend(sum => sum))
            {
                Node sum = change(entry.Key);
                if (!IsSum(sum))
                    continue;
                PartsOf(sum).AddRange(entry.Value.Select(change).Where(IsSum));
            }
        }
        groups = Sorted(parts.Keys);
    }

    /// <summary>The sums as they are at an index that one of their conditions picks, and where it does not, too.</summary>
    public WrittenSums AtPicks() => new(this, sum => TopologicalOrder.FromLeaves([sum])
        .SelectMany(condition => sum.Axes.Members().Select(axis => (Condition: condition, Axis: axis, Index: algebra.PickedIndex(condition, axis))))
        .Where(pick => pick.Index is not null)
        .SelectMany(pick => new Func<Node, Node>[]
        {
            node => algebra.NormalizeAxes(algebra.At(node, pick.Axis, pick.Index!)),
            node => algebra.NormalizeAxes(algebra.Replace(node, pick.Condition, algebra.Table.Truth(false))),
        }));

    /// <summary>The sums where what is added may have been rewritten.</summary>
    public WrittenSums Rewritten(Func<Node, Node> rewrite) => new(this, _ => [rewrite]);

    /// <summary>The sums where a label may have become every class, those beyond the row too.</summary>
    public WrittenSums Lifted(Node label) => new(this, sum => Enumerable.Range(0, (int)label.Value)
        .Select(extra => algebra.Add(algebra.Table.Length(), algebra.Constant(extra)))
        .Prepend(algebra.Table.Index(sum.Axes.FirstFree()))
        .Select(position => (Func<Node, Node>)(node => algebra.NormalizeAxes(algebra.Replace(node, label, position)))));

    public Node Restore(Node root) => new Rewriter((node, operands) => Group(algebra.Rebuild(node, operands))).Rewrite(root);

    // What varies along one axis where it was written may vary along another one where it is added, as in the gradient of a sum over pairs.
    private WrittenSums Along(AxisSet axes)
    {
        if (!along.TryGetValue(axes, out WrittenSums? sums))
        {
            sums = new WrittenSums(this, sum => Arrangements([.. axes.Members()], sum.Axes.Count).Select(chosen => Renaming([.. sum.Axes.Members()], chosen)));
            along.Add(axes, sums);
        }
        return sums;
    }

    private Func<Node, Node> Renaming(int[] from, int[] to) => from.SequenceEqual(to) ? node => node : node =>
    {
        // By way of other axes: two may change places.
        int beyond = from.Concat(to).Max() + 1;
        for (int place = 0; place < from.Length; place++)
            node = algebra.Rename(node, from[place], beyond + place);
        for (int place = 0; place < from.Length; place++)
            node = algebra.Rename(node, beyond + place, to[place]);
        return algebra.NormalizeAxes(node);
    };

    // Every way to choose some axes in turn.
    private static IEnumerable<int[]> Arrangements(int[] axes, int count) => count == 0 ? [[]]
        : from rest in Arrangements(axes, count - 1)
          from axis in axes
          where !rest.Contains(axis)
          select rest.Append(axis).ToArray();

    private Node Group(Node sum)
    {
        if (!IsSum(sum))
            return sum;
        List<Node> terms = [.. sum.Operands];
        if (terms.Count > 2)
        {
            foreach (Node group in Along(sum.Axes).GroupsIn(sum).Where(group => group.Operands.Length < terms.Count))
                _ = TryGroup(terms, group) || TryGroup(terms, algebra.Negate(group));
        }
        if (parts.TryGetValue(sum, out List<Node>? own))
        {
            foreach (Node group in own.Distinct().OrderByDescending(group => Math.Abs(MultipleIn(terms, group))))
                GroupMultiple(terms, group);
        }
        return terms.Count == sum.Operands.Length ? sum : algebra.Add(terms);
    }

    // (w − 1) + (w − 1) + (w − 1) has been collected to 3 w − 3, in which digits cancel that 3 (w − 1) has.
    private void GroupMultiple(List<Node> terms, Node group)
    {
        double multiple = MultipleIn(terms, group);
        if (multiple == 0)
            return;
        int first = terms.IndexOf(MultipleOf(group.Operands[0], multiple));
        terms[first] = algebra.Multiply(algebra.Constant(multiple), algebra.Call(Functions.Grouped, Group(group)));
        terms.RemoveAll(group.Operands.Select(operand => MultipleOf(operand, multiple)).Contains);
    }

    // How many times a group has been added; 0 where it is not there, or once.
    private double MultipleIn(List<Node> terms, Node group)
    {
        (double coefficient, Node rest) = algebra.SplitCoefficient(group.Operands[0]);
        double multiple = terms.Select(algebra.SplitCoefficient).Where(term => ReferenceEquals(term.Term, rest)).Sum(term => term.Coefficient) / coefficient;
        bool isThere = Math.Abs(multiple) > 1 && multiple == Math.Floor(multiple) && group.Operands.All(operand => terms.Contains(MultipleOf(operand, multiple)));
        return isThere ? multiple : 0;
    }

    private Node MultipleOf(Node term, double multiple)
    {
        (double coefficient, Node rest) = algebra.SplitCoefficient(term);
        return algebra.WithCoefficient(multiple * coefficient, rest);
    }

    // A sum that was written has its own groups. What rules have made of several may have those of each.
    private Node[] GroupsIn(Node sum) =>
        parts.TryGetValue(sum, out List<Node>? own) || parts.TryGetValue(algebra.Negate(sum), out own) ? Sorted(own) : groups;

    // The first terms, in their order, are added first anyway, unless one of them becomes several, which find places of their own.
    private bool TryGroup(List<Node> terms, Node group)
    {
        bool isFirst = terms.Take(group.Operands.Length).SequenceEqual(group.Operands) && !group.Operands.Any(IsLogSumExp);
        if (isFirst || !group.Operands.All(terms.Contains))
            return false;
        terms[terms.FindIndex(group.Operands.Contains)] = algebra.Call(Functions.Grouped, Group(group));
        terms.RemoveAll(group.Operands.Contains);
        return true;
    }

    private List<Node> PartsOf(Node sum)
    {
        if (!parts.TryGetValue(sum, out List<Node>? known))
            parts[sum] = known = [];
        return known;
    }

    private static Node? SumIn(Node form) => IsSum(form) ? form : form.Is(Functions.Exp) && IsSum(form.First) ? form.First : null;

    private static Node[] Sorted(IEnumerable<Node> sums) => [.. sums.Distinct().OrderByDescending(sum => sum.Operands.Length)];

    private static bool IsLogSumExp(Node term) => (term.Operation == Operation.Negate ? term.First : term).Operation == Operation.LogSumExp;

    private static bool IsSum(Node node) => node.Operation == Operation.Add;
}
