using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// What jumps, and the elements that it compares with their own row. Such an element equals itself: where it is computed by itself, at a label or as the
/// largest, it has to be rounded as it is along the row.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
internal sealed class Decisions(NodeAlgebra algebra)
{
    /// <summary>Whether a node is a comparison of numbers, or what is made of one.</summary>
    public static bool IsDecision(Node node) => node.Is(Functions.Sign)
        || (node.Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal && node.First.Kind == ValueKind.Real);

    /// <summary>Whether a node is an extremum of its row, which one of its elements is equal to.</summary>
    public static bool IsExtremum(Node node) => node is { Operation: Operation.Max or Operation.Min, Excluded: null };

    /// <summary>What a decision compares, elements with their own row; null where there is none.</summary>
    public Decision? Of(Node decision)
    {
        if (!decision.Operands.SelectMany(NodeAlgebra.TermsOf).Select(Unsigned).Any(IsRow))
            return null;
        // Terms that meet at an index are one there: as a whole, a sum is the same sum.
        Term[][] whole = [.. decision.Operands.Select(operand => new[] { new Term(false, operand) })];
        ElementOfRow[] elements = ElementsAmong(whole);
        if (elements.Length > 0)
            return new Decision(decision, whole, elements);
        Term[][] apart = [.. decision.Operands.Select(TermsOf)];
        elements = ElementsAmong(apart);
        return elements.Length > 0 ? new Decision(decision, apart, elements) : null;
    }

    // The terms of a sum; those that an extremum is compared with are an element of its row.
    private Term[] TermsOf(Node sum)
    {
        List<Node> terms = [.. NodeAlgebra.TermsOf(sum)];
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
        return [.. elements, .. terms.Select(term => new Term(term.Operation == Operation.Negate, Unsigned(term)))];
    }

    private ElementOfRow[] ElementsAmong(Term[][] terms)
    {
        Node[] numbers = [.. terms.SelectMany(operand => operand).Select(term => term.Number).Where(number => !number.IsShared).Distinct()];
        (Node From, Node Row, int Axis)[] rows = [.. numbers.SelectMany(RowsOf)];
        return rows.Length == 0 ? [] : [.. numbers.Select(number => ElementOf(number, rows)).OfType<ElementOfRow>()];
    }

    private ElementOfRow? ElementOf(Node number, (Node From, Node Row, int Axis)[] rows) => rows
        .Where(row => !ReferenceEquals(row.From, number))
        .Select(row => algebra.PositionOf(number, row.Row, row.Axis) is { } position ? new ElementOfRow(number, row.From, row.Row, row.Axis, position) : null)
        .FirstOrDefault(element => element is not null);

    private static IEnumerable<(Node From, Node Row, int Axis)> RowsOf(Node number) =>
        number.Axes.Members().Select(axis => (number, number, axis)).Concat(IsExtremum(number) ? [(number, number.First, number.Axis)] : []);

    private static bool IsRow(Node number) => !number.IsShared && (!number.Axes.IsEmpty || IsExtremum(number));

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;
}

/// <summary>A decision that compares elements with their own row.</summary>
/// <param name="Node">The decision.</param>
/// <param name="Terms">What each of its operands is the sum of.</param>
/// <param name="Elements">Those of the terms that are elements of a row that another one is, or is the extremum of.</param>
internal sealed record Decision(Node Node, Term[][] Terms, ElementOfRow[] Elements);

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
