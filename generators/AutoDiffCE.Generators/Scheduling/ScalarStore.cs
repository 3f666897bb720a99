using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>A gradient by a per-sample scalar.</summary>
/// <param name="Input">The position of the scalar among the floating-point inputs.</param>
/// <param name="Value">The gradient.</param>
internal sealed record ScalarStore(int Input, Node Value);
