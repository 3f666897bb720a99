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
    private readonly Decision[] decisions;

    /// <summary>The elements that a formula compares.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="formula">The formula, in canonical form.</param>
    public ComparedElements(NodeAlgebra algebra, Node formula)
    {
        this.algebra = algebra;
        var found = new Decisions(algebra);
        decisions = [.. TopologicalOrder.FromLeaves([formula]).Where(Decisions.IsDecision).Select(found.Of).OfType<Decision>()];
        Roots = [.. decisions.SelectMany(decision => decision.Elements.Select(element => element.Row).Concat(decision.Numbers).Prepend(decision.Node)).Distinct()];
    }

    /// <summary>What has to be rewritten beside the formula.</summary>
    public Node[] Roots { get; }

    /// <summary>The rewritten formula, in which elements have the form that their row has.</summary>
    /// <param name="formula">The formula as it was rewritten.</param>
    /// <param name="rewritten">The roots as they were rewritten.</param>
    public Node Restore(Node formula, ReadOnlySpan<Node> rewritten)
    {
        if (decisions.Length == 0)
            return formula;
        Dictionary<Node, Node> forms = [], restored = [];
        for (int index = 0; index < Roots.Length; index++)
            forms[Roots[index]] = rewritten[index];
        var rewriter = new Rewriter((node, operands) => restored.TryGetValue(node, out Node? form) ? form : algebra.RebuildNormalized(node, operands));
        // From the leaves up: what a decision compares may have been chosen by another, which is restored by then.
        Node FormOf(Node node) => rewriter.Rewrite(forms[node]);
        foreach (Decision decision in decisions)
        {
            Dictionary<Node, Node> ofRows = FormsOf(decision.Elements, FormOf);
            restored[forms[decision.Node]] = algebra.Rebuild(decision.Node, [.. decision.Node.Operands.Select(operand =>
                Rebuilt(operand, decision, number => ofRows.TryGetValue(number, out Node? form) ? form : FormOf(number)))]);
        }
        return rewriter.Rewrite(formula);
    }

    private Node Rebuilt(Node node, Decision decision, Func<Node, Node> formOf)
    {
        if (!decision.Opened.TryGetValue(node, out Term[]? terms))
            return formOf(node);
        Node[] operands = [.. terms.Select(term => algebra.WithCoefficient(term.Coefficient, algebra.Group(Rebuilt(term.Number, decision, formOf))))];
        return node.Operation == Operation.Add ? algebra.Add(operands) : algebra.Rebuild(node, [.. operands]);
    }

    // Of the row in the form that it has at the end: its elements, and its extremum
    private Dictionary<Node, Node> FormsOf(ElementOfRow[] elements, Func<Node, Node> formOf)
    {
        Dictionary<Node, Node> ofRows = [];
        foreach ((Node element, Node from, Node row, int axis, Node position) in elements)
        {
            bool isExtremum = Decisions.IsExtremum(from);
            Node extremum = algebra.NormalizeAxes(algebra.Reduce(isExtremum ? from.Operation : Operation.Max, axis, formOf(row)));
            Node ElementAt(Node place) => algebra.NormalizeAxes(algebra.Call(Functions.ElementAt, extremum, place));
            ofRows[element] = ElementAt(position);
            ofRows[from] = isExtremum ? extremum : ElementAt(algebra.Table.Index(axis));
        }
        return ofRows;
    }
}
