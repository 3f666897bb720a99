using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Programs;

/// <summary>How often each expression is used within one scope: what is used twice, or costs much, gets a local.</summary>
internal sealed class UseCounts
{
    private readonly Dictionary<Node, int> counts = [];
    private readonly List<Node> nodes = [];
    private readonly Func<Node, bool> isInside;
    private readonly Func<Node, bool> isGiven;
    private readonly bool visitsOutside;
    private readonly HashSet<Node> outside = [];

    /// <summary>Counts below the roots, through per-sample values only.</summary>
    public UseCounts(IEnumerable<Node> roots)
        : this(roots, node => node.Axes.IsEmpty)
    {
    }

    /// <summary>Counts below the roots, as far as expressions are inside a scope and not given to it.</summary>
    public UseCounts(IEnumerable<Node> roots, Func<Node, bool> isInside, Func<Node, bool>? isGiven = null, bool visitsOutside = false)
    {
        this.visitsOutside = visitsOutside;
        this.isInside = isInside;
        this.isGiven = isGiven ?? (_ => false);
        foreach (Node root in roots.Distinct())
            Count(root);
    }

    /// <summary>What is used, operands before their users.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    public bool Contains(Node node) => counts.ContainsKey(node);

    public bool Reads(string input) => nodes.Any(node => node.Operation is Operation.Scalar or Operation.Element && node.Name == input);

    public bool DeservesLocal(Node node) => node.Operation switch
    {
        Operation.Constant or Operation.Truth or Operation.Index => false,
        Operation.Negate => counts[node] > 2,
        Operation.Call => counts[node] > 1 || node.Function!.Cost > 4,
        _ => counts[node] > 1,
    };

    private void Count(Node node)
    {
        Work.Step();
        if (!isInside(node))
        {
            // The body of a loop over pairs belongs to that loop; what it uses of this scope is computed before it.
            if (visitsOutside && !node.Axes.IsEmpty && outside.Add(node))
                CountOperands(node);
            return;
        }
        bool isKnown = counts.TryGetValue(node, out int count);
        counts[node] = count + 1;
        if (isKnown)
            return;
        if (!(node.IsReduction && node.Axes.IsEmpty) && !SharedScalars.IsSharedScalar(node) && !isGiven(node))
            CountOperands(node);
        nodes.Add(node);
    }

    private void CountOperands(Node node)
    {
        for (int position = 0; position < node.Operands.Length; position++)
        {
            if (!Positions.IsIndexOperand(node, position))
                Count(node.Operands[position]);
        }
    }
}
