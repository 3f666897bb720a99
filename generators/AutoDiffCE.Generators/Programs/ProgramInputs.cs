using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Programs;

/// <summary>What a program is given.</summary>
/// <param name="Reals">The floating-point inputs, at the positions that statements count by.</param>
/// <param name="Integers">The integer inputs, at the positions that statements count by.</param>
/// <param name="SharedRows">The rows that all samples share.</param>
internal sealed record ProgramInputs(ImmutableArray<FormulaInput> Reals, ImmutableArray<FormulaInput> Integers, ImmutableArray<string> SharedRows);
