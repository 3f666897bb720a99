using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What a formula was read from, for those who point at it: a side table that lives as long as an analysis does.</summary>
internal sealed class FormulaOrigins
{
    /// <summary>The formula as it was read; null where it is in error.</summary>
    public Formula? Formula { get; private set; }

    /// <summary>The method that it was read from.</summary>
    public IMethodSymbol? Method { get; set; }

    /// <summary>Where each comparison stands, the first time.</summary>
    public Dictionary<Node, Location> Comparisons { get; private set; } = [];

    /// <summary>Takes into account that the formula is read once more.</summary>
    public void Restart() => Comparisons = [];

    /// <summary>Takes the formula, whose nodes were rewritten after they were read.</summary>
    public void Finish(Formula formula, Rewriter rewriter)
    {
        Formula = formula;
        Dictionary<Node, Location> rewritten = [];
        foreach (KeyValuePair<Node, Location> comparison in Comparisons)
            rewritten[rewriter.Rewrite(comparison.Key)] = comparison.Value;
        Comparisons = rewritten;
    }
}
