namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// Collects what is found below nodes, each once, in the order of first visits. It remembers what it found: asked of all nodes of a formula, it looks at
/// each of them once.
/// </summary>
/// <param name="isInside">Tells which nodes are looked at, and below.</param>
/// <param name="pick">What is found at a node, if anything.</param>
internal sealed class Collector(Func<Node, bool> isInside, Func<Node, Node?> pick)
{
    private readonly Dictionary<Node, IReadOnlyList<Node>> found = [];

    /// <summary>What is found at a node and below.</summary>
    public IReadOnlyList<Node> Below(Node node)
    {
        Work.Step();
        if (!found.TryGetValue(node, out IReadOnlyList<Node>? all))
            found[node] = all = isInside(node) ? Collect(node) : [];
        return all;
    }

    private IReadOnlyList<Node> Collect(Node node)
    {
        IReadOnlyList<Node>[] parts = [.. node.Operands.Select(Below).Where(part => part.Count > 0).Distinct()];
        Node? own = pick(node);
        if (own is null && parts.Length < 2)
            return parts.FirstOrDefault() ?? [];
        Work.Count(parts.Sum(part => part.Count));
        IEnumerable<Node> below = parts.SelectMany(part => part);
        return [.. (own is null ? below : below.Prepend(own)).Distinct()];
    }
}
