using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// The conditions on hyper-parameters under which a captured expression is needed, the outermost first: what is null has no value where nobody asks for one.
/// </summary>
internal sealed class Guards(IReadOnlyDictionary<string, ImmutableArray<(Node Comparison, bool Holds)>> conditions)
{
    /// <summary>All expressions are needed, or each variant has those that it needs.</summary>
    public static Guards None { get; } = new(new Dictionary<string, ImmutableArray<(Node Comparison, bool Holds)>>());

    /// <summary>Whether an expression is not needed always.</summary>
    public bool Any => conditions.Count > 0;

    /// <summary>The conditions for one expression; none where it is needed always.</summary>
    public ImmutableArray<(Node Comparison, bool Holds)> Of(string name) => conditions.TryGetValue(name, out var known) ? known : [];
}
