using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>How a path leaves the statements around it: it returns, or goes to where a loop or a switch goes on.</summary>
/// <param name="Target">The label that it goes to; null where it returns.</param>
/// <param name="Value">What it returns.</param>
/// <param name="Variables">The variables as it leaves them.</param>
internal sealed record Exit(ILabelSymbol? Target, Node? Value, ImmutableDictionary<ISymbol, Node> Variables)
{
    public bool IsReturn => Target is null;
}
