using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>A row that waits in a gradient's memory from one pass to a later one, instead of being computed twice.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Input">The position of the input whose gradient lends its memory.</param>
/// <param name="Pass">The pass that writes it.</param>
internal sealed record KeptRow(Node Value, int Input, int Pass);
