using System.Collections.Immutable;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>What is written as one kernel.</summary>
/// <param name="Name">The name of the struct.</param>
/// <param name="Summary">What it computes, in one sentence.</param>
/// <param name="Inputs">The parameters, in order; a lifted kernel has more of them than the formula.</param>
/// <param name="HyperParameters">What the loss captures.</param>
/// <param name="OptionalRows">The shared rows that may be left empty, and are all ones then.</param>
/// <param name="Hints">The user's names.</param>
/// <param name="LabelRole">How the label enters the weighting.</param>
/// <param name="MeanOverSamples">Whether the mean divides by the number of samples.</param>
/// <param name="Values">The plan for the value alone.</param>
/// <param name="ValuesAndGradient">The plan for value and gradient.</param>
/// <param name="ComputedRows">The rows that are computed once per call.</param>
/// <param name="Notes">The mathematics, for the reader.</param>
/// <param name="Kinks">Where the formula can have kinks.</param>
internal sealed record CompiledKernel(
    string Name,
    string Summary,
    ImmutableArray<FormulaInput> Inputs,
    ImmutableArray<HyperParameter> HyperParameters,
    ImmutableArray<string> OptionalRows,
    IReadOnlyDictionary<Node, string> Hints,
    LabelRole LabelRole,
    bool MeanOverSamples,
    KernelPlan Values,
    KernelPlan ValuesAndGradient,
    ImmutableArray<ComputedRow> ComputedRows,
    FormulaNotes Notes,
    ImmutableArray<string> Kinks)
{
    /// <summary>The formula as it was written, as the runtime reads it; empty where nothing that the kernel computes can overflow.</summary>
    public string Written { get; init; } = "";

    /// <summary>What all samples share and what is added to numbers of a sample, though nobody wrote that sum: see <see cref="Compiler.JoinedTerms"/>.</summary>
    public ImmutableArray<Node> JoinedTerms { get; init; } = [];

    /// <summary>Whether a gradient, or a row that is given, can overflow, and not only the value.</summary>
    public bool ChecksGradient { get; init; }

    /// <summary>The position of the real input whose gradient is the row that the formula gives; −1 where there is none.</summary>
    public int RowOut { get; init; } = -1;

    /// <summary>The position of the real input with what flows back through the row that the formula gives; −1 where there is none.</summary>
    public int UpstreamRow { get; init; } = -1;

    /// <summary>The floating-point inputs, at the positions that frames and plans count by.</summary>
    public ImmutableArray<FormulaInput> RealInputs { get; } = [.. Inputs.Where(input => input.Kind.IsReal)];

    /// <summary>The rows that all samples share: those that the loss captures, and those that are computed.</summary>
    public ImmutableArray<string> SharedRows { get; } =
        [.. HyperParameters.Where(parameter => parameter.IsRow).Select(parameter => parameter.Name), .. ComputedRows.Select(row => row.Name)];

    /// <summary>The statements of both plans.</summary>
    public KernelCode Code => KernelCode.Of(new ProgramInputs(RealInputs, IntegerInputs, SharedRows), Values, ValuesAndGradient);

    /// <summary>The fewest classes for which no element is read beyond the end of its row.</summary>
    public int MinClasses => field > 0 ? field : field = Math.Max(NeededClasses, FixedPositions.MinClasses(
        [.. Values.Roots, .. ValuesAndGradient.Roots, .. ComputedRows.Select(row => row.Definition)]));

    /// <summary>The fewest classes for which the formula means something.</summary>
    public int NeededClasses { get; init; }

    /// <summary>The integer inputs, at the positions that frames count by.</summary>
    public ImmutableArray<FormulaInput> IntegerInputs { get; } = [.. Inputs.Where(input => !input.Kind.IsReal)];
}
