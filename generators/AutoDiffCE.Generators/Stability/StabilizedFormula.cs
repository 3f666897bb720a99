using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>A formula that is finite and accurate wherever its exact value is.</summary>
/// <param name="Value">The loss.</param>
/// <param name="InOnePiece">The loss, before it is taken apart where one form has more digits than another: its pieces are the user's own.</param>
/// <param name="Rules">The names of the rules that led to it, each once, in the order of first use.</param>
/// <param name="Sums">Its sums, as their author grouped them.</param>
internal sealed record StabilizedFormula(Node Value, Node InOnePiece, ImmutableArray<string> Rules, WrittenSums Sums);
