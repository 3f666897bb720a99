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
        || (node.Operation is Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal && node.First.Kind == ValueKind.Real && !node.First.Is(Functions.Attained));

    /// <summary>The pieces of a decision that are elements of a row that another piece is, or is the extremum of.</summary>
    public IReadOnlyList<ElementOfRow> ElementsIn(Node decision)
    {
        if (!decision.Operands.SelectMany(NodeAlgebra.TermsOf).Select(Unsigned).Any(IsRow))
            return [];
        // Terms that meet at an index are one there: as a whole, a sum is the same sum.
        ElementOfRow[] whole = ElementsAmong(decision.Operands);
        return whole.Length > 0 ? whole : ElementsAmong(decision.Operands.SelectMany(NodeAlgebra.TermsOf).Select(Unsigned).Distinct());
    }

    /// <summary>The decision over other forms of its pieces.</summary>
    public Node Over(Node decision, Func<Node, Node?> form) => algebra.Rebuild(decision, [.. decision.Operands.Select(operand => form(operand)
        ?? algebra.Add(NodeAlgebra.TermsOf(operand).Select(term => term.Operation == Operation.Negate ? algebra.Negate(form(term.First)!) : form(term)!)))]);

    private ElementOfRow[] ElementsAmong(IEnumerable<Node> pieces)
    {
        Node[] all = [.. pieces];
        (Node Piece, Node Row, int Axis)[] rows = [.. all.Where(IsRow).SelectMany(RowsOf)];
        return [.. all.Where(piece => !piece.IsShared).Select(piece => ElementOf(piece, rows)).OfType<ElementOfRow>()];
    }

    private ElementOfRow? ElementOf(Node piece, (Node Piece, Node Row, int Axis)[] rows) => rows
        .Where(row => !ReferenceEquals(row.Piece, piece))
        .Select(row => algebra.PositionOf(piece, row.Row, row.Axis) is { } position ? new ElementOfRow(piece, row.Row, row.Axis, position) : null)
        .FirstOrDefault(element => element is not null);

    private static bool IsRow(Node piece) => !piece.IsShared && (!piece.Axes.IsEmpty || IsExtremum(piece));

    private static bool IsExtremum(Node piece) => piece.Operation is Operation.Max or Operation.Min;

    private static IEnumerable<(Node Piece, Node Row, int Axis)> RowsOf(Node piece) =>
        piece.Axes.Members().Select(axis => (piece, piece, axis)).Concat(IsExtremum(piece) ? [(piece, piece.First, piece.Axis)] : []);

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;
}

/// <summary>An element, and the row that it is one of.</summary>
/// <param name="Element">The element.</param>
/// <param name="Row">The row.</param>
/// <param name="Axis">The axis that the row varies along.</param>
/// <param name="Position">Where the element is.</param>
internal sealed record ElementOfRow(Node Element, Node Row, int Axis, Node Position);
