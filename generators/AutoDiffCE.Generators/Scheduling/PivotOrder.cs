using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// The order in which a sum is added that pivots are part of: u + v − max u = (u − max u) + v. What a pivot was taken from is as large as the pivot, and
/// what is added to their difference is small; what is known a pass later comes last.
/// </summary>
internal sealed class PivotOrder(NodeAlgebra algebra)
{
    private readonly Availability availability = new();

    // The elements of rows that a term reads, apart from what it reduces.
    private readonly Collector elements = new(node => !node.IsReduction, node => node.Operation == Operation.Element ? node : null);

    public static bool HasPivot(Node sum) => sum.Operation == Operation.Add && sum.Operands.Any(IsPivot);

    /// <summary>The terms of a sum as sums of their own, to be added in this order.</summary>
    public IReadOnlyList<Node[]> PartsOf(Node sum)
    {
        List<Node> rest = [.. sum.Operands.OrderBy(term => availability.PassOf(term) > 1)];
        List<Node[]> parts = [];
        foreach (Node pivot in sum.Operands.Where(IsPivot))
        {
            // One that nothing in the sum was taken from is a term like others.
            if (OwnTerms(pivot, [.. rest.Where(term => !IsPivot(term))]) is not { Length: > 0 } own)
                continue;
            Node[] part = [.. own, pivot];
            parts.Add(part);
            rest.RemoveAll(part.Contains);
        }
        parts.AddRange(rest.Select(term => new[] { term }));
        return parts;
    }

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;

    // A term without its sign, its precondition, and the group that it is added up in
    private static Node Bare(Node term) =>
        Unsigned(term) is var positive && (positive.Is(Functions.BelowInfinity) || positive.Is(Functions.Grouped)) ? Bare(positive.First) : positive;

    private static bool IsPivot(Node term) => Unsigned(term).Is(Functions.Pivot);

    // The terms that a pivot is the largest sum of, or, where there are no such terms, all that are elements of the same rows, or at least read them.
    private Node[] OwnTerms(Node pivot, List<Node> terms)
    {
        Node largest = Unsigned(pivot).First;
        // Known where it was compiled, as that of a row that is masked but for one number.
        if (largest.Operands.IsEmpty)
            return [];
        Node row = largest.First;
        Node[] summands = row.Operation == Operation.Add ? [.. row.Operands] : [row];
        foreach (Node position in terms.SelectMany(elements.Below).Select(element => element.First).Distinct())
        {
            Node[] picked = [.. summands.Select(summand => Bare(algebra.At(summand, largest.Axis, position)))];
            Node[] own = [.. terms.Where(term => picked.Contains(Bare(term)))];
            if (own.Length >= picked.Length)
                return own;
        }
        HashSet<string> shifted = [.. elements.Below(row).Select(element => element.Name)];
        Node[] readers =
        [
            .. terms.Where(term => availability.PassOf(term) < availability.PassOf(pivot) && elements.Below(term).Any(element => shifted.Contains(element.Name))),
        ];
        Node[] same = [.. readers.Where(term => Bare(term).Operation is Operation.Element or Operation.Select)];
        return same.Length > 0 ? same : readers;
    }
}
