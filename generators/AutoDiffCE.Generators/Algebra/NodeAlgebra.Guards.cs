using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <content>
/// Guards: selections that are zero on one side. What flows back through a chain of branches is guarded by all their conditions at once, which each branch
/// adds its own to; and in a sum, what is guarded by the two sides of a condition is one selection again.
/// </content>
internal sealed partial class NodeAlgebra
{
    /// <summary>A value where a condition holds, and zero elsewhere; the conditions that guard the value already come first.</summary>
    public Node GuardedBy(Node value, Node condition)
    {
        if (!IsGuarded(value) || !AreOfOneKind(GuardOf(value), condition))
            return Select(condition, value, Constant(0));
        return Select(AlsoHolds(GuardOf(value), condition), ValueOf(value), Constant(0));
    }

    private static bool IsGuarded(Node node) => node.Operation == Operation.Select && (IsZero(node.Second) || IsZero(node.Third));

    private Node GuardOf(Node guarded) => IsZero(guarded.Third) ? guarded.First : Not(guarded.First);

    private static Node ValueOf(Node guarded) => IsZero(guarded.Third) ? guarded.Second : guarded.Third;

    // c ? (d ? a : 0) : 0 = c and d ? a : 0
    private Node Within(Node guard, Node value) => IsGuarded(value) && AreOfOneKind(guard, GuardOf(value))
        ? Select(Conjunction(guard, GuardOf(value)), ValueOf(value), Constant(0))
        : Select(guard, value, Constant(0));

    // c and (d and e) = (c and d) and e: what chains have in common is what they begin with
    private Node Conjunction(Node left, Node right) =>
        right.Operation == Operation.And ? AlsoHolds(Conjunction(left, right.First), right.Second) : AlsoHolds(left, right);

    // One more condition, unless it is among the others or the opposite of one of them.
    private Node AlsoHolds(Node guard, Node condition)
    {
        Node opposite = Not(condition);
        Node rest = guard;
        while (true)
        {
            Node last = rest.Operation == Operation.And ? rest.Second : rest;
            if (ReferenceEquals(last, condition))
                return guard;
            if (ReferenceEquals(last, opposite))
                return Table.Truth(false);
            if (rest.Operation != Operation.And)
                return And(guard, condition);
            rest = rest.First;
        }
    }

    // A condition that picks an index, or varies along fewer axes, is looked for by itself: it leaves a sum.
    private static bool AreOfOneKind(Node left, Node right) =>
        left.Axes.Equals(right.Axes) && !left.IsShared && !right.IsShared && !HoldsIndex(left) && !HoldsIndex(right);

    private static bool HoldsIndex(Node condition) => condition.Operation switch
    {
        Operation.Not => HoldsIndex(condition.First),
        Operation.And => HoldsIndex(condition.Second) || HoldsIndex(condition.First),
        Operation.Equal => Positions.AreWhole(condition),
        _ => false,
    };

    /// <summary>(c ? a : 0) + (c ? 0 : b) = c ? a : b, also under further conditions, from the innermost one out.</summary>
    private IEnumerable<Node> JoinSelections(IEnumerable<Node> terms)
    {
        List<Node> joined = [];
        foreach (IGrouping<object, Node> group in terms.GroupBy(term => IsGuarded(term) ? (object)term.First : term))
        {
            if (group.Key is Node condition && group.All(IsGuarded) && group.Count() > 1)
                joined.Add(Select(condition, AddOnce(group.Select(term => term.Second)), AddOnce(group.Select(term => term.Third))));
            else
                joined.AddRange(group);
        }
        return joined.Any(IsGuardedByMany) && joined.Count(IsGuarded) > 1 ? JoinBranches(joined) : joined;
    }

    private readonly Dictionary<EquatableArray<int>, Node> added = [];

    // What stands on a side of many selections, selections among them, is joined once.
    private Node AddOnce(IEnumerable<Node> terms)
    {
        Node[] all = [.. terms];
        EquatableArray<int> key = ImmutableArray.CreateRange(all.Select(term => term.Id));
        if (!added.TryGetValue(key, out Node? sum))
            added[key] = sum = Add(all);
        return sum;
    }

    private bool IsGuardedByMany(Node node) => IsGuarded(node) && Split(GuardOf(node)).Key.Outer is not null;

    private IEnumerable<Node> JoinBranches(IReadOnlyList<Node> terms)
    {
        SortedDictionary<int, Node> joined = [];
        Dictionary<(Node? Outer, Node Condition), Branch> branches = [];
        for (int place = 0; place < terms.Count; place++)
        {
            if (IsGuarded(terms[place]))
                Insert(branches, GuardOf(terms[place]), ValueOf(terms[place]), place);
            else
                joined[place] = terms[place];
        }
        // The innermost conditions first: what they give may meet another term one condition further out.
        foreach (Branch branch in branches.Values.OrderByDescending(branch => branch.Outer?.Depth ?? 0).ToArray())
        {
            Node value = Select(branch.Condition, AddOnce(branch.WhenTrue), AddOnce(branch.WhenFalse));
            if (branch.Outer is null)
                joined[branch.Place] = value;
            else if (branches.ContainsKey(Split(branch.Outer).Key))
                Insert(branches, branch.Outer, value, branch.Place);
            else
                joined[branch.Place] = Within(branch.Outer, value);
        }
        return joined.Values;
    }

    private static void Insert(Dictionary<(Node? Outer, Node Condition), Branch> branches, Node guard, Node value, int place)
    {
        ((Node? Outer, Node Condition) key, bool holds) = Split(guard);
        if (!branches.TryGetValue(key, out Branch? branch))
            branches[key] = branch = new Branch(key.Outer, key.Condition, place);
        (holds ? branch.WhenTrue : branch.WhenFalse).Add(value);
        branch.Place = Math.Min(branch.Place, place);
    }

    // The last condition of a guard, and those before it.
    private static ((Node? Outer, Node Condition) Key, bool Holds) Split(Node guard)
    {
        (Node? outer, Node last) = guard.Operation == Operation.And && AreOfOneKind(guard.First, guard.Second) ? (guard.First, guard.Second) : (null, guard);
        return last.Operation == Operation.Not ? ((outer, last.First), false) : ((outer, last), true);
    }

    private sealed class Branch(Node? outer, Node condition, int place)
    {
        public Node? Outer { get; } = outer;

        public Node Condition { get; } = condition;

        /// <summary>The place of its first term in the sum.</summary>
        public int Place { get; set; } = place;

        public List<Node> WhenTrue { get; } = [];

        public List<Node> WhenFalse { get; } = [];
    }
}
