using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// What jumps, and the elements that it compares with their own row. Such an element equals itself: where it is computed by itself, at a label or as the
/// largest, it has to be rounded as it is along the row.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
internal sealed class Decisions(NodeAlgebra algebra)
{
    // Of how many numbers in a decision elements are looked for.
    private const int MaxNumbers = 48;

    /// <summary>Whether a node is a comparison of numbers, or what is made of one, or a function that jumps.</summary>
    public static bool IsDecision(Node node) => node.Is(Functions.Sign)
        || node.Function is { IsExact: true, Breaks: not null }
        || (node.Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal && node.First.Kind == ValueKind.Real);

    /// <summary>Whether a node is an extremum of its row, which one of its elements is equal to.</summary>
    public static bool IsExtremum(Node node) => node is { Operation: Operation.Max or Operation.Min, Excluded: null };

    /// <summary>What a decision compares, elements with their own row; null where there is none.</summary>
    public Decision? Of(Node decision)
    {
        Dictionary<Node, Term[]> opened = [];
        List<ElementOfRow> elements = [];
        // What is an element as a whole, or has one, is not opened any further: terms that meet at an index are one there, and a sum is the same sum.
        HashSet<Node> closed = [];
        Node[] numbers = NumbersIn(decision, opened, closed);
        while (ElementAmong([.. numbers.Where(number => number.Kind == ValueKind.Real && !number.IsShared)], closed) is { } element)
        {
            elements.Add(element);
            closed.UnionWith([element.Element, element.From]);
            numbers = NumbersIn(decision, opened, closed);
        }
        return elements.Count > 0 ? new Decision(decision, opened, [.. numbers.Where(number => !opened.ContainsKey(number))], [.. elements]) : null;
    }

    // All that a decision is asked of, the operands first and then what they are made of.
    private Node[] NumbersIn(Node decision, Dictionary<Node, Term[]> opened, HashSet<Node> closed)
    {
        opened.Clear();
        List<Node> numbers = [.. decision.Operands.Distinct()];
        for (int next = 0; next < numbers.Count; next++)
        {
            Node number = numbers[next];
            if (!IsOpen(number) || closed.Contains(number) || numbers.Count + number.Operands.Length > MaxNumbers)
                continue;
            opened[number] = TermsOf(number);
            numbers.AddRange(opened[number].Select(term => term.Number).Distinct().Where(part => !numbers.Contains(part)));
        }
        return [.. numbers];
    }

    // What is zero where the difference of two elements is, or is one of several numbers.
    private static bool IsOpen(Node node) => !node.IsShared
        && (node.Operation is Operation.Add or Operation.Multiply or Operation.Divide or Operation.Negate or Operation.Select || node.Function is { IsExact: true });

    private Term[] TermsOf(Node number)
    {
        List<Node> terms = [.. number.Operands];
        if (number.Operation != Operation.Add)
            return [.. terms.Select(operand => new Term(1, operand))];
        Term[] together = [.. BesideExtrema(number, terms), .. BesideRows(number, terms)];
        return [.. together, .. terms.Select(algebra.SplitCoefficient).Select(term => new Term(term.Coefficient, term.Term))];
    }

    // The terms that an element of a row is the sum of, beside its extremum, stand together: those of v_k in max v − v_k.
    private List<Term> BesideExtrema(Node sum, List<Node> terms)
    {
        List<Term> elements = [];
        foreach ((double coefficient, Node extremum) in terms.Select(algebra.SplitCoefficient).Where(term => IsExtremum(term.Term)).ToArray())
        {
            if (algebra.PositionIn(sum, extremum.First, extremum.Axis, -coefficient) is not { } position)
                continue;
            Node element = algebra.At(extremum.First, extremum.Axis, position);
            Node[] taken = [.. NodeAlgebra.TermsOf(algebra.WithCoefficient(-coefficient, element))];
            if (!taken.All(terms.Contains))
                continue;
            terms.RemoveAll(taken.Contains);
            elements.Add(new Term(-coefficient, element));
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
                elements.AddRange([new Term(1, whole), new Term(-1, element)]);
            }
        }
        return elements;
    }

    // The first that is one of a row among the others and is not known yet.
    private ElementOfRow? ElementAmong(Node[] numbers, HashSet<Node> known)
    {
        (Node From, Node Row, int Axis)[] rows = [.. numbers.SelectMany(RowsOf)];
        return rows.Length == 0
            ? null
            : numbers.Where(number => !known.Contains(number)).Select(number => ElementOf(number, rows)).FirstOrDefault(element => element is not null);
    }

    private ElementOfRow? ElementOf(Node number, (Node From, Node Row, int Axis)[] rows) => rows
        .Where(row => !ReferenceEquals(row.From, number) && (IsExtremum(row.From) || !number.Axes.Contains(row.Axis)))
        .Select(row => algebra.PositionOf(number, row.Row, row.Axis) is { } position ? new ElementOfRow(number, row.From, row.Row, row.Axis, position) : null)
        .FirstOrDefault(element => element is not null);

    private static IEnumerable<(Node From, Node Row, int Axis)> RowsOf(Node number) =>
        number.Axes.Members().Select(axis => (number, number, axis)).Concat(IsExtremum(number) ? [(number, number.First, number.Axis)] : []);
}

/// <summary>A decision that compares elements with their own row.</summary>
/// <param name="Node">The decision.</param>
/// <param name="Opened">The expressions in it that its numbers are found in, sums and others, with their terms or operands.</param>
/// <param name="Numbers">What it compares in the end: what is in the opened expressions, or is an operand.</param>
/// <param name="Elements">Those of the numbers that are elements of a row that another one is, or is the extremum of.</param>
internal sealed record Decision(Node Node, IReadOnlyDictionary<Node, Term[]> Opened, Node[] Numbers, ElementOfRow[] Elements);

/// <summary>A term of a sum.</summary>
/// <param name="Coefficient">The number that it is multiplied with.</param>
/// <param name="Number">What is added.</param>
internal sealed record Term(double Coefficient, Node Number);

/// <summary>An element, and the row that it is one of.</summary>
/// <param name="Element">The element.</param>
/// <param name="From">What it is compared with: an element of the row at another place, or its extremum.</param>
/// <param name="Row">The row.</param>
/// <param name="Axis">The axis that the row varies along.</param>
/// <param name="Position">Where the element is.</param>
internal sealed record ElementOfRow(Node Element, Node From, Node Row, int Axis, Node Position);
