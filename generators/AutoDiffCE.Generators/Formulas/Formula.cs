using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>The loss of one sample.</summary>
/// <param name="Table">The table that its nodes live in.</param>
/// <param name="Value">The loss.</param>
/// <param name="Inputs">The parameters, in the user's order.</param>
/// <param name="HyperParameters">What is captured from the class, in the order of first use.</param>
/// <param name="Hints">The names of the user's locals, for the nodes that they stood for: a side table, never identity.</param>
internal sealed record Formula(
    NodeTable Table,
    Node Value,
    ImmutableArray<FormulaInput> Inputs,
    ImmutableArray<HyperParameter> HyperParameters,
    IReadOnlyDictionary<Node, string> Hints);
