using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>A gradient along a row.</summary>
/// <param name="Input">The position of the row among the floating-point inputs.</param>
/// <param name="Value">The gradient, everywhere or, if the label has its own, elsewhere.</param>
/// <param name="AtLabel">The gradient at the label, written last; null where the label is nothing special.</param>
internal sealed record RowStore(int Input, Node Value, Node? AtLabel);
