using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// What jumps, and the elements that it compares with their own row. Such an element equals itself: where it is computed by itself, at a label or as the
/// largest, it has to be rounded as it is along the row.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
internal sealed class Decisions(NodeAlgebra algebra)
{
    /// <summary>Whether a node is a comparison of numbers, or what is made of one, or a function that jumps.</summary>
    public static bool IsDecision(Node node) => node.Is(Functions.Sign)
        || node.Function is { IsExact: true, Breaks: not null }
        || (node.Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal && node.First.Kind == ValueKind.Real);

    /// <summary>Whether a node is an extremum of its row, which one of its elements is equal to.</summary>
    public static bool IsExtremum(Node node) => node is { Operation: Operation.Max or Operation.Min, Excluded: null };

    /// <summary>What a decision compares, elements with their own row; null where there is none.</summary>
    public Decision? Of(Node decision)
    {
        // Terms that meet at an index are one there: as a whole, a sum is the same sum. Last, a factor of a product may be the difference of two elements.
        foreach (Func<Node, bool> opens in new Func<Node, bool>[] { _ => false, node => node.Operation == Operation.Add, IsOpen })
        {
            Dictionary<Node, Term[]> opened = [];
            foreach (Node operand in decision.Operands)
                Open(operand, opens, opened);
            Node[] numbers = [.. opened.Values.SelectMany(terms => terms).Select(term => term.Number).Concat(decision.Operands).Distinct()
                .Where(number => !opened.ContainsKey(number))];
            ElementOfRow[] elements = ElementsAmong(numbers);
            if (elements.Length > 0)
                return new Decision(decision, opened, numbers, elements);
        }
        return null;
    }

    private void Open(Node node, Func<Node, bool> opens, Dictionary<Node, Term[]> opened)
    {
        if (!opens(node) || opened.ContainsKey(node))
            return;
        List<Node> terms = [.. node.Operands];
        Term[] together = node.Operation == Operation.Add ? [.. BesideExtrema(node, terms), .. BesideRows(node, terms)] : [];
        Term[] apart = [.. terms.Select(term => term.Operation == Operation.Negate ? new Term(true, term.First) : new Term(false, term))];
        opened[node] = [.. together, .. apart];
        foreach (Term term in apart)
            Open(term.Number, opens, opened);
    }

    // What is zero where the difference of two elements is, or is one of several numbers.
    private static bool IsOpen(Node node) => !node.IsShared
        && (node.Operation is Operation.Add or Operation.Multiply or Operation.Divide or Operation.Negate or Operation.Select
            || node.Function is { IsExact: true });

    // The terms that an element of a row is the sum of, beside its extremum, stand together: those of v_k in max v − v_k.
    private List<Term> BesideExtrema(Node sum, List<Node> terms)
    {
        List<Term> elements = [];
        foreach (Node extremum in terms.Where(term => IsExtremum(Unsigned(term))).ToArray())
        {
            bool isNegative = extremum.Operation == Operation.Negate;
            Node reduction = Unsigned(extremum);
            if (algebra.PositionIn(sum, reduction.First, reduction.Axis, isNegative ? 1 : -1) is not { } position)
                continue;
            Node element = algebra.At(reduction.First, reduction.Axis, position);
            Node[] taken = [.. NodeAlgebra.TermsOf(isNegative ? element : algebra.Negate(element))];
            if (!taken.All(terms.Contains))
                continue;
            terms.RemoveAll(taken.Contains);
            elements.Add(new Term(!isNegative, element));
        }
        return elements;
    }

    // So do those of v_i and of v_k in v_i − v_k, where v is itself a sum: term by term, the two would not cancel.
    private List<Term> BesideRows(Node sum, List<Node> terms)
    {
        List<Term> elements = [];
        foreach (int axis in sum.Axes.Members())
        {
            foreach (Node position in algebra.PositionsIn(sum, sum))
            {
                Node[] row = [.. terms.Where(term => term.Axes.Contains(axis) && terms.Contains(algebra.Negate(algebra.At(term, axis, position))))];
                if (row.Length < 2)
                    continue;
                Node whole = algebra.Add(row);
                Node element = algebra.At(whole, axis, position);
                if (NodeAlgebra.TermsOf(element).Count() != row.Length)
                    continue;
                terms.RemoveAll(row.Contains);
                terms.RemoveAll(NodeAlgebra.TermsOf(algebra.Negate(element)).Contains);
                elements.AddRange([new Term(false, whole), new Term(true, element)]);
            }
        }
        return elements;
    }

    private ElementOfRow[] ElementsAmong(Node[] numbers)
    {
        Node[] varying = [.. numbers.Where(number => number.Kind == ValueKind.Real && !number.IsShared)];
        (Node From, Node Row, int Axis)[] rows = [.. varying.SelectMany(RowsOf)];
        return rows.Length == 0 ? [] : [.. varying.Select(number => ElementOf(number, rows)).OfType<ElementOfRow>()];
    }

    private ElementOfRow? ElementOf(Node number, (Node From, Node Row, int Axis)[] rows) => rows
        .Where(row => !ReferenceEquals(row.From, number))
        .Select(row => algebra.PositionOf(number, row.Row, row.Axis) is { } position ? new ElementOfRow(number, row.From, row.Row, row.Axis, position) : null)
        .FirstOrDefault(element => element is not null);

    private static IEnumerable<(Node From, Node Row, int Axis)> RowsOf(Node number) =>
        number.Axes.Members().Select(axis => (number, number, axis)).Concat(IsExtremum(number) ? [(number, number.First, number.Axis)] : []);

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;
}

/// <summary>A decision that compares elements with their own row.</summary>
/// <param name="Node">The decision.</param>
/// <param name="Opened">The expressions in it that its numbers are found in, sums and others, with their terms or operands.</param>
/// <param name="Numbers">What it compares in the end: what is in the opened expressions, or is an operand.</param>
/// <param name="Elements">Those of the numbers that are elements of a row that another one is, or is the extremum of.</param>
internal sealed record Decision(Node Node, IReadOnlyDictionary<Node, Term[]> Opened, Node[] Numbers, ElementOfRow[] Elements);

/// <summary>A term of a sum.</summary>
/// <param name="IsNegative">Whether it is subtracted.</param>
/// <param name="Number">What is added or subtracted.</param>
internal sealed record Term(bool IsNegative, Node Number);

/// <summary>An element, and the row that it is one of.</summary>
/// <param name="Element">The element.</param>
/// <param name="From">What it is compared with: an element of the row at another place, or its extremum.</param>
/// <param name="Row">The row.</param>
/// <param name="Axis">The axis that the row varies along.</param>
/// <param name="Position">Where the element is.</param>
internal sealed record ElementOfRow(Node Element, Node From, Node Row, int Axis, Node Position);
