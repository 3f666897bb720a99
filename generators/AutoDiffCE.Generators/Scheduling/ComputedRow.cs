using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>A row that is computed once per call.</summary>
/// <param name="Name">Its name, by which elements of it are read like those of a captured row.</param>
/// <param name="Definition">Its value along the row axis; a truth is kept as 1 or 0.</param>
internal sealed record ComputedRow(string Name, Node Definition);
