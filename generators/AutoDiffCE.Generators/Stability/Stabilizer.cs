using System.Collections.Immutable;
using System.Diagnostics;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// Rewrites a formula, before it is differentiated, until no rule fits any more: first exponentials and logarithms cancel, then
/// sums leave the label out, then what is left takes the form that loses no digits.
/// </summary>
internal sealed class Stabilizer
{
    // Every rule moves toward a normal form, so this many in a row mean two rules that undo each other.
    private const int LongestChain = 400;

    private readonly NodeAlgebra algebra;
    private readonly Func<IReadOnlyList<Rule>, IEnumerable<Rule>> arrange;
    private readonly List<string> applied = [];
    private int chain;

    private Stabilizer(NodeAlgebra algebra, Func<IReadOnlyList<Rule>, IEnumerable<Rule>> arrange)
    {
        this.algebra = algebra;
        this.arrange = arrange;
    }

    /// <summary>The stable form of an expression.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="value">The expression, as written.</param>
    /// <param name="lifted">The label that is lifted to a distribution afterward: sums do not leave it out.</param>
    /// <param name="arrange">Which rules of a group are used, in which order: all as they stand, but in tests.</param>
    public static StabilizedFormula Stabilize(
        NodeAlgebra algebra, Node value, Node? lifted = null, Func<IReadOnlyList<Rule>, IEnumerable<Rule>>? arrange = null)
    {
        var stabilizer = new Stabilizer(algebra, arrange ?? (group => group));
        // A group that has no place of its own in canonical form becomes what it would become by itself, so that it is found again.
        Node[] parts = [.. TopologicalOrder.FromLeaves([value]).Where(node => node.Kind == ValueKind.Real)];
        var canonical = new Rewriter(algebra.RebuildNormalized);
        var comparisons = new ComparedElements(algebra, canonical.Rewrite(value));
        Node[] results = [canonical.Rewrite(value), .. parts.Select(canonical.Rewrite), .. comparisons.Roots];
        results = stabilizer.Run(Rules.Identities, results);
        // From the outside in: inside, the label's own term is rewritten, and would no longer be found in what is around it.
        IReadOnlyList<IReadOnlyList<Rule>> exclusion = Rules.LabelExclusion(lifted);
        results = stabilizer.LeaveOut(exclusion, results);
        results = stabilizer.Run([.. Rules.Identities, .. exclusion], results);
        Node inOnePiece = results[0];
        results = stabilizer.Run(Rules.Pieces, results);
        results = stabilizer.Run(Rules.Finishing(value), results);
        Dictionary<Node, Node> stable = Enumerable.Range(0, parts.Length).ToDictionary(index => parts[index], index => results[1 + index]);
        WrittenSums sums = new WrittenSums(algebra, value, canonical.Rewrite, part => stable[part]).AtPicks();
        Node formula = comparisons.Restore(results[0], results.AsSpan(1 + parts.Length));
        return new StabilizedFormula(formula, inOnePiece, [.. stabilizer.applied], sums);
    }

    private Node[] Run(IReadOnlyList<IReadOnlyList<Rule>> stage, Node[] nodes)
    {
        Rule[] active = [.. stage.SelectMany(arrange)];
        Dictionary<Node, Node> done = [];
        return ForEach(nodes, node => Rewrite(active, node, done));
    }

    private Node[] LeaveOut(IReadOnlyList<IReadOnlyList<Rule>> stage, Node[] nodes)
    {
        Rule[] active = [.. stage.SelectMany(arrange)];
        Dictionary<Node, Node> done = [];
        return ForEach(nodes, node => LeaveOut(active, node, done));
    }

    // The formula comes first, and its rules alone are told.
    private Node[] ForEach(Node[] nodes, Func<Node, Node> rewrite)
    {
        Node formula = rewrite(nodes[0]);
        int told = applied.Count;
        Node[] results = [formula, .. nodes.Skip(1).Select(rewrite)];
        applied.RemoveRange(told, applied.Count - told);
        return results;
    }

    private Node LeaveOut(Rule[] rules, Node node, Dictionary<Node, Node> done)
    {
        Work.Step();
        if (done.TryGetValue(node, out Node? known))
            return known;
        Node result = node;
        foreach (Rule rule in rules)
        {
            if (rule.Apply(algebra, result) is not { } replacement || ReferenceEquals(replacement, result))
                continue;
            Verify(replacement, result);
            if (!applied.Contains(rule.Name))
                applied.Add(rule.Name);
            result = replacement;
        }
        result = algebra.RebuildNormalized(result, [.. result.Operands.Select(operand => LeaveOut(rules, operand, done))]);
        done[node] = result;
        return result;
    }

    // Operands first; what a rule makes is rewritten again, down to its leaves, so that it meets every rule as well.
    private Node Rewrite(Rule[] rules, Node node, Dictionary<Node, Node> done)
    {
        Work.Step();
        if (done.TryGetValue(node, out Node? known))
            return known;

        ImmutableArray<Node> operands = [.. node.Operands.Select(operand => Rewrite(rules, operand, done))];
        Node canonical = algebra.RebuildNormalized(node, operands);
        Node result = ReferenceEquals(canonical, node) ? ApplyFirst(rules, node, done) : Rewrite(rules, canonical, done);
        done[node] = result;
        return result;
    }

    private Node ApplyFirst(Rule[] rules, Node node, Dictionary<Node, Node> done)
    {
        foreach (Rule rule in rules)
        {
            Node? replacement = rule.Apply(algebra, node);
            if (replacement is null || ReferenceEquals(replacement, node))
                continue;
            if (++chain > LongestChain)
                throw new InvalidOperationException($"The rule {rule.Name} goes in circles at {node}.");
            Verify(replacement, node);
            if (!applied.Contains(rule.Name))
                applied.Add(rule.Name);
            Node result = Rewrite(rules, replacement, done);
            chain--;
            return result;
        }
        return node;
    }

    [Conditional("DEBUG")]
    private static void Verify(Node replacement, Node original) => Verifier.Verify(replacement, original.Axes);
}

/// <summary>A formula that is finite and accurate wherever its exact value is.</summary>
/// <param name="Value">The loss.</param>
/// <param name="InOnePiece">The loss, before it is taken apart where one form has more digits than another: its pieces are the user's own.</param>
/// <param name="Rules">The names of the rules that led to it, each once, in the order of first use.</param>
/// <param name="Sums">Its sums, as their author grouped them.</param>
internal sealed record StabilizedFormula(Node Value, Node InOnePiece, ImmutableArray<string> Rules, WrittenSums Sums);
