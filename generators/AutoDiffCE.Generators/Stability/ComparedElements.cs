using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// The elements that decisions compare with their own row. By itself, an element at the label may take another form than its row does, one with more digits
/// of what is left beside it, and would no longer equal itself.
/// </summary>
internal sealed class ComparedElements
{
    private readonly NodeAlgebra algebra;
    private readonly Decisions decisions;
    private readonly (Node Decision, IReadOnlyList<ElementOfRow> Elements)[] compared;

    /// <summary>The elements that a formula compares.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="formula">The formula, in canonical form.</param>
    public ComparedElements(NodeAlgebra algebra, Node formula)
    {
        this.algebra = algebra;
        decisions = new Decisions(algebra);
        compared = [.. TopologicalOrder.FromLeaves([formula])
            .Where(Decisions.IsDecision)
            .Select(decision => (decision, decisions.ElementsIn(decision)))
            .Where(found => found.Item2.Count > 0)];
        Roots = [.. compared.SelectMany(found => PartsOf(found.Decision).Concat(found.Elements.Select(element => element.Row)).Prepend(found.Decision)).Distinct()];
    }

    /// <summary>What has to be rewritten beside the formula.</summary>
    public Node[] Roots { get; }

    /// <summary>The rewritten formula, in which elements have the form that their row has.</summary>
    /// <param name="formula">The formula as it was rewritten.</param>
    /// <param name="rewritten">The roots as they were rewritten.</param>
    public Node Restore(Node formula, ReadOnlySpan<Node> rewritten)
    {
        if (compared.Length == 0)
            return formula;
        Dictionary<Node, Node> forms = [], restored = [];
        for (int index = 0; index < Roots.Length; index++)
            forms[Roots[index]] = rewritten[index];
        foreach ((Node decision, IReadOnlyList<ElementOfRow> elements) in compared)
        {
            Dictionary<Node, Node> ofElements = [];
            foreach ((Node element, Node row, int axis, Node position) in elements)
            {
                ofElements[row] = ElementOf(forms[row], axis, algebra.Table.Index(axis));
                ofElements[element] = ElementOf(forms[row], axis, position);
            }
            restored[forms[decision]] = decisions.Over(
                decision, piece => ofElements.TryGetValue(piece, out Node? form) || forms.TryGetValue(piece, out form) ? form : null);
        }
        return new Rewriter((node, operands) => restored.TryGetValue(node, out Node? form) ? form : algebra.RebuildNormalized(node, operands)).Rewrite(formula);
    }

    // An element of a row, in whatever form the row has at the end
    private Node ElementOf(Node row, int axis, Node position) =>
        algebra.NormalizeAxes(algebra.Call(Functions.ElementAt, algebra.Reduce(Operation.Max, axis, row), position));

    // A sum that is not compared as a whole is one of its terms.
    private static IEnumerable<Node> PartsOf(Node decision) => decision.Operands
        .SelectMany(operand => NodeAlgebra.TermsOf(operand).Select(term => term.Operation == Operation.Negate ? term.First : term));
}
