using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// What a loop over a row carries from one round to the next. Before a round each such variable is an unknown; what a round makes of the unknown tells
/// whether the loop computes a sum, a maximum or a minimum. A variable that other variables read in between is a prefix, the sum of all rounds before.
/// </summary>
/// <param name="table">Makes nodes.</param>
/// <param name="holding">Holds the inputs of an expression.</param>
/// <param name="axis">The axis that the loop runs along.</param>
/// <param name="inRange">Whether the loop visits an index; null where it visits all.</param>
/// <param name="isAscending">Whether the index goes up.</param>
internal sealed class CarriedVariables(NodeTable table, Rewriter holding, int axis, Func<Node, Node?> inRange, bool isAscending)
{
    // No name in C# has an arrow.
    private const string Arrow = "→", HeldArrow = "⇥";

    private readonly Dictionary<ISymbol, Node> unknowns = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Node, Node> held = [];
    private readonly Dictionary<ISymbol, Node> initial = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Update> updates = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(Node Value, Node Unknown, Operation Reduction), Node?> terms = [];
    private readonly Dictionary<(Node, Node), bool> has = [];
    private readonly HashSet<ISymbol> resolving = new(SymbolEqualityComparer.Default);

    private sealed record Update(Operation Reduction, Node Term);

    /// <summary>The variables that a loop assigns to.</summary>
    public static HashSet<ISymbol> AssignedIn(IOperation body) => new(body.DescendantsAndSelf().SelectMany(Targets), SymbolEqualityComparer.Default);

    /// <summary>What stands for a variable in a round where no derivative flows to it; null of any other node.</summary>
    public static Node? Held(NodeTable table, Node unknown) =>
        unknown.Operation == Operation.HyperParameter && unknown.Name.StartsWith(Arrow, StringComparison.Ordinal)
            ? table.HyperParameter(HeldArrow + unknown.Name.Substring(Arrow.Length))
            : null;

    /// <summary>What stands for a variable in a round, before the round assigns to it.</summary>
    public Node Add(ISymbol variable, Node value)
    {
        Node unknown = table.HyperParameter(Arrow + variable.Name + axis);
        initial[variable] = value;
        unknowns[variable] = unknown;
        held[unknown] = Held(table, unknown)!;
        return value.Kind == ValueKind.Boolean ? table.Make(Operation.Equal, unknown, table.Constant(1)) : unknown;
    }

    /// <summary>The variables after the loop; false, with the variable that is to blame, where they are no reductions.</summary>
    /// <param name="round">The variables after a round.</param>
    /// <param name="axesLeft">How many axes the loop may use, its own included.</param>
    /// <param name="after">The variables that have a value after the loop.</param>
    /// <param name="culprit">The variable that is carried in another way.</param>
    public bool TryFinish(
        ImmutableDictionary<ISymbol, Node> round, int axesLeft, out ImmutableDictionary<ISymbol, Node> after, out ISymbol? culprit)
    {
        var values = ImmutableDictionary.CreateBuilder<ISymbol, Node>(SymbolEqualityComparer.Default);
        after = values.ToImmutable();
        culprit = null;
        foreach (ISymbol variable in unknowns.Keys)
        {
            // What is set anew in each round, before it is read, is gone with the round; a parameter would be what it was before.
            bool isKept = round.TryGetValue(variable, out Node? value) && UnknownsIn(value).Any();
            if (!isKept && variable is ILocalSymbol)
                continue;
            if (!isKept || UpdateOf(value!, unknowns[variable]) is not { } update)
            {
                culprit = variable;
                return false;
            }
            updates[variable] = update;
        }
        foreach (KeyValuePair<ISymbol, Update> update in updates)
        {
            if (Total(update.Key, axis, axesLeft, inRange) is not { } total)
            {
                culprit = update.Key;
                return false;
            }
            values[update.Key] = total;
        }
        after = values.ToImmutable();
        return true;
    }

    // What a variable is after all rounds of a range, along an axis; null where it has no such form.
    private Node? Total(ISymbol variable, int along, int axesLeft, Func<Node, Node?> range)
    {
        Update update = updates[variable];
        if (Resolved(update.Term, variable, along, axesLeft) is not { } term)
            return null;
        double none = Neutral(update.Reduction);
        Node guarded = range(table.Index(along)) is { } condition ? table.Make(Operation.Select, condition, term, table.Constant(none)) : term;
        Node reduced = table.Reduce(update.Reduction, along, guarded);
        Node first = initial[variable];
        if (first.Operation == Operation.Constant && first.Value == none)
            return reduced;
        return update.Reduction == Operation.Sum
            ? table.Make(Operation.Add, first, reduced)
            : table.Call(update.Reduction == Operation.Max ? Functions.Max : Functions.Min, first, reduced);
    }

    // What a round adds, along an axis, every variable that it reads being what the rounds before have made of it.
    private Node? Resolved(Node term, ISymbol variable, int along, int axesLeft)
    {
        Node moved = along == axis ? term : Substitution.At(table, term, axis, table.Index(along));
        ISymbol[] read = [.. UnknownsIn(term)];
        if (read.Length == 0)
            return moved;
        if (axesLeft < 2 || !resolving.Add(variable))
            return null;
        Dictionary<Node, Node> prefixes = [];
        foreach (ISymbol other in read)
        {
            // A row has a sum per class, which an index that has been read already does not tell apart.
            if (!updates.TryGetValue(other, out Update? update) || initial[other].Axes.Contains(AxisSet.Row) || update.Term.Axes.Contains(AxisSet.Row))
                return null;
            if (Total(other, along + 1, axesLeft - 1, index => Before(index, table.Index(along))) is not { } prefix)
                return null;
            prefixes[unknowns[other]] = prefix;
            prefixes[held[unknowns[other]]] = holding.Rewrite(prefix);
        }
        resolving.Remove(variable);
        return Replaced(moved, prefixes);
    }

    private Node Before(Node index, Node round)
    {
        Node isBefore = isAscending ? table.Make(Operation.LessThan, index, round) : table.Make(Operation.LessThan, round, index);
        return inRange(index) is { } visited ? Logic.And(table, visited, isBefore) : isBefore;
    }

    private Update? UpdateOf(Node value, Node unknown)
    {
        foreach (Operation reduction in (Operation[])[Operation.Sum, Operation.Max, Operation.Min])
        {
            if (TermOf(value, unknown, reduction) is { } term)
                return new Update(reduction, term);
        }
        return null;
    }

    // Each value is asked once, however many branches after it go on with it.
    private Node? TermOf(Node value, Node unknown, Operation reduction)
    {
        Work.Step();
        if (!terms.TryGetValue((value, unknown, reduction), out Node? term))
            terms[(value, unknown, reduction)] = term = reduction == Operation.Sum ? Addend(value, unknown) : Candidate(value, unknown, reduction);
        return term;
    }

    // v + t is t; null where a value is not the unknown and something that does not depend on it.
    private Node? Addend(Node value, Node unknown)
    {
        if (ReferenceEquals(value, unknown))
            return table.Constant(0);
        if (value.Operation == Operation.Select && !Has(value.First, unknown))
        {
            return TermOf(value.Second, unknown, Operation.Sum) is { } whenTrue && TermOf(value.Third, unknown, Operation.Sum) is { } whenFalse
                ? Logic.Choose(table, value.First, whenTrue, whenFalse)
                : null;
        }
        if (value.Operation != Operation.Add || Only(value, unknown) is not { } carrying || TermOf(carrying, unknown, Operation.Sum) is not { } inner)
            return null;
        Node[] terms = [.. value.Operands.Where(operand => !ReferenceEquals(operand, carrying))];
        Node[] all = inner.Operation == Operation.Constant && inner.Value == 0 ? terms : [inner, .. terms];
        return all.Length == 1 ? all[0] : table.Make(Operation.Add, all);
    }

    // The larger of v and t is t, by its function or by a comparison; null where a value is not that.
    private Node? Candidate(Node value, Node unknown, Operation reduction)
    {
        if (ReferenceEquals(value, unknown))
            return table.Constant(Neutral(reduction));
        Function function = reduction == Operation.Max ? Functions.Max : Functions.Min;
        if (value.Is(function) && Only(value, unknown) is { } carrying)
        {
            Node other = ReferenceEquals(carrying, value.First) ? value.Second : value.First;
            return ReferenceEquals(carrying, unknown) ? other : TermOf(carrying, unknown, reduction) is { } inner ? table.Call(function, inner, other) : null;
        }
        if (value.Operation != Operation.Select)
            return null;
        if (!Has(value.First, unknown))
        {
            return TermOf(value.Second, unknown, reduction) is { } whenTrue && TermOf(value.Third, unknown, reduction) is { } whenFalse
                ? Logic.Choose(table, value.First, whenTrue, whenFalse)
                : null;
        }
        if (Split(value) is { } split)
            return TermOf(split, unknown, reduction);
        // v < t ? t : v, or v < t ? v : t
        if (value.First.Operation is not (Operation.LessThan or Operation.LessThanOrEqual))
            return null;
        (Node small, Node large) = (value.First.First, value.First.Second);
        bool picksLarger = ReferenceEquals(value.Second, large) && ReferenceEquals(value.Third, small);
        bool picksSmaller = ReferenceEquals(value.Second, small) && ReferenceEquals(value.Third, large);
        (Node carried, Node term) = Has(small, unknown) ? (small, large) : (large, small);
        if (!(reduction == Operation.Max ? picksLarger : picksSmaller) || Has(term, unknown))
            return null;
        return ReferenceEquals(carried, unknown) ? term : TermOf(carried, unknown, reduction) is { } before ? table.Call(function, before, term) : null;
    }

    // The one operand that an unknown has a part in; null where it is in several.
    private Node? Only(Node value, Node unknown)
    {
        Node[] carrying = [.. value.Operands.Where(operand => Has(operand, unknown))];
        return carrying.Length == 1 ? carrying[0] : null;
    }

    // One condition at a time: a ∧ b ? t : u is a ? (b ? t : u) : u.
    private Node? Split(Node selection)
    {
        (Node condition, Node whenTrue, Node whenFalse) = (selection.First, selection.Second, selection.Third);
        return condition.Operation switch
        {
            Operation.Not => Logic.Choose(table, condition.First, whenFalse, whenTrue),
            Operation.And => Logic.Choose(table, condition.First, Logic.Choose(table, condition.Second, whenTrue, whenFalse), whenFalse),
            Operation.Or => Logic.Choose(table, condition.First, whenTrue, Logic.Choose(table, condition.Second, whenTrue, whenFalse)),
            _ => null,
        };
    }

    private static double Neutral(Operation reduction) => reduction switch
    {
        Operation.Sum => 0,
        Operation.Max => double.NegativeInfinity,
        Operation.Min => double.PositiveInfinity,
        _ => throw new UnknownOperationException(reduction),
    };

    private IEnumerable<ISymbol> UnknownsIn(Node node)
    {
        HashSet<Node> leaves = [.. TopologicalOrder.FromLeaves([node]).Where(leaf => leaf.Operation == Operation.HyperParameter)];
        return unknowns.Where(unknown => leaves.Contains(unknown.Value) || leaves.Contains(held[unknown.Value])).Select(unknown => unknown.Key);
    }

    private bool Has(Node node, Node unknown)
    {
        Work.Step();
        if (ReferenceEquals(node, unknown) || ReferenceEquals(node, held[unknown]))
            return true;
        if (!has.TryGetValue((node, unknown), out bool known))
            has[(node, unknown)] = known = node.Operands.Any(operand => Has(operand, unknown));
        return known;
    }

    private Node Replaced(Node node, Dictionary<Node, Node> replacements) =>
        new Rewriter((original, operands) => replacements.TryGetValue(original, out Node? other) ? other : table.With(original, operands)).Rewrite(node);

    private static IEnumerable<ISymbol> Targets(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation step => VariablesIn(step.Target),
        IAssignmentOperation assignment => VariablesIn(assignment.Target),
        _ => [],
    };

    private static IEnumerable<ISymbol> VariablesIn(IOperation target) => target switch
    {
        ILocalReferenceOperation local => [local.Local],
        IParameterReferenceOperation parameter => [parameter.Parameter],
        ITupleOperation tuple => tuple.Elements.SelectMany(VariablesIn),
        _ => [],
    };
}
