using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>A formula for one way in which its conditions on hyper-parameters can turn out.</summary>
/// <param name="Formula">The formula, with those conditions gone.</param>
/// <param name="Conditions">How they turned out, the outermost first; none where the formula has none.</param>
internal sealed record Variant(Formula Formula, ImmutableArray<(Node Comparison, bool Holds)> Conditions);
