using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// What depends on captures and indices alone is the same for all samples. Along a row, or at a label, it becomes a row of its own, which is computed once
/// per call, in double, and read like a captured one: no digit is lost to the precision of a kernel before the arithmetic is done.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="hints">The user's names.</param>
/// <param name="taken">Names that a row cannot have.</param>
internal sealed class ComputedRows(NodeAlgebra algebra, IReadOnlyDictionary<Node, string> hints, IEnumerable<string> taken)
{
    private readonly HashSet<string> names = [.. taken];
    private readonly Dictionary<Node, ComputedRow> rows = [];
    private readonly Dictionary<Node, Node> done = [];
    private readonly Dictionary<Node, SharedPlace> places = [];

    /// <summary>The rows, in the order in which they were found.</summary>
    public ImmutableArray<ComputedRow> All => [.. rows.Values.OrderBy(row => row.Definition.Id)];

    /// <summary>An expression over elements of computed rows in place of what makes them up.</summary>
    public Node Replace(Node node)
    {
        if (!done.TryGetValue(node, out Node? result))
        {
            result = Rebuild(node);
            done[node] = result;
        }
        return result;
    }

    private Node Rebuild(Node node)
    {
        SharedPlace place = PlaceOf(node);
        if (place.IsOne)
            return node;
        if (place.Index is { } index && !IsPlain(node))
            return ElementOf(node, index);
        if (node.Operation == Operation.Multiply && !place.IsShared)
            node = GroupedFactors(node);
        if (node.Operation == Operation.Add && !place.IsShared)
            node = GroupedTerms(node);
        return algebra.Table.With(node, [.. node.Operands.Select((operand, position) =>
            Positions.IsIndexOperand(node, position) ? operand : Replace(operand))]);
    }

    private SharedPlace PlaceOf(Node node)
    {
        if (!places.TryGetValue(node, out SharedPlace place))
        {
            place = SharedPlace.Of(node);
            places[node] = place;
        }
        return place;
    }

    // What a register gives as exactly as a table would: an element, times or over numbers, an index that is compared with whole numbers, and one class
    // counted from another.
    private bool IsPlain(Node node) => node.Operation switch
    {
        Operation.Index or Operation.Label or Operation.SharedElement => true,
        Operation.Add => node.Operands.All(term => term.Operation == Operation.Label || IsWhole(term)),
        Operation.Negate or Operation.Not => IsPlain(node.First),
        Operation.Multiply => node.Operands.Count(factor => !PlaceOf(factor).IsOne) == 1 && node.Operands.All(IsPlainFactor),
        Operation.Divide => IsPlain(node.First) && PlaceOf(node.Second).IsOne,
        Operation.Equal or Operation.LessThan or Operation.LessThanOrEqual => Positions.AreWhole(node),
        _ => false,
    };

    // Of the whole numbers, a register of float has those of 24 bits.
    private static bool IsWhole(Node term) =>
        term.Operation == Operation.Constant && term.Value == Math.Floor(term.Value) && Math.Abs(term.Value) < 1 << 23;

    private bool IsPlainFactor(Node factor) => PlaceOf(factor).IsOne || IsPlain(factor);

    // a_i u b_i = u (a_i b_i): the factors that all samples share meet first. Numbers join the row where there is one only. What is shared comes last: what
    // the samples have may be large and small, and make up for each other.
    private Node GroupedFactors(Node node)
    {
        List<Node> factors = [.. node.Operands];
        Node[] indices = [.. factors.Select(factor => PlaceOf(factor).Index).OfType<Node>().Distinct()];
        foreach (Node index in indices)
            Group(factors, place => ReferenceEquals(place.Index, index) || (place.IsOne && indices.Length == 1));
        Group(factors, place => place.IsOne);
        return factors.Count == node.Operands.Length ? node : algebra.Table.Make(node.Operation, [.. factors]);
    }

    // Of terms, those that come before the first that is a sample's: (x − 2) − 0.1 is not x − 2.1.
    private Node GroupedTerms(Node node)
    {
        Node[] first = [.. node.Operands.TakeWhile(term => PlaceOf(term).IsShared)];
        if (first.Length < 2 || first.Select(term => PlaceOf(term).Index).OfType<Node>().Distinct().Skip(1).Any())
            return node;
        Node grouped = algebra.Table.Make(Operation.Add, first);
        return !PlaceOf(grouped).IsOne && IsPlain(grouped) ? node : algebra.Table.Make(Operation.Add, [grouped, .. node.Operands.Skip(first.Length)]);
    }

    private void Group(List<Node> operands, Func<SharedPlace, bool> belongs)
    {
        Node[] group = [.. operands.Where(operand => PlaceOf(operand) is { IsShared: true } place && belongs(place))];
        if (group.Length < 2 || group.Length == operands.Count)
            return;
        Node grouped = algebra.Table.Make(Operation.Multiply, group);
        if (!PlaceOf(grouped).IsOne && IsPlain(grouped))
            return;
        operands.RemoveAll(group.Contains);
        operands.Add(grouped);
    }

    private Node ElementOf(Node node, Node index)
    {
        Node along = algebra.Table.Index(AxisSet.Row);
        Node definition = index.Operation == Operation.Label ? algebra.Replace(node, index, along) : algebra.Rename(node, index.Axis, AxisSet.Row);
        definition = algebra.Canonical(definition);
        // What asks whether a label is beyond the row is one answer for all of them.
        if (definition.Axes.IsEmpty)
            return definition;
        if (!rows.TryGetValue(definition, out ComputedRow? row))
        {
            row = new ComputedRow(NameOf(definition), new LoopNesting(algebra).Nest(definition));
            rows.Add(definition, row);
        }
        Node element = algebra.Table.SharedElement(row.Name, index);
        return node.Kind == ValueKind.Boolean ? algebra.Table.Make(Operation.LessThan, algebra.Constant(0), element) : element;
    }

    private string NameOf(Node definition)
    {
        string stem = hints.TryGetValue(definition, out string? hint) ? hint : "computed";
        string name = stem;
        for (int number = 2; !names.Add(name); number++)
            name = stem + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}

/// <summary>A row that is computed once per call.</summary>
/// <param name="Name">Its name, by which elements of it are read like those of a captured row.</param>
/// <param name="Definition">Its value along the row axis; a truth is kept as 1 or 0.</param>
internal sealed record ComputedRow(string Name, Node Definition);
