using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>
/// What a kernel does for one sample, statement by statement: what has a name and what is computed where it is used, in which order, and what is left out
/// where no gradient is asked for is decided here, and printing decides nothing.
/// </summary>
/// <param name="SharedScalars">What all samples share, and is read once.</param>
/// <param name="SharedRows">The rows that all samples share, and are read.</param>
/// <param name="Body">What is done for each sample.</param>
internal sealed record KernelProgram(ImmutableArray<Node> SharedScalars, ImmutableArray<string> SharedRows, ImmutableArray<Statement> Body)
{
    /// <summary>The name of what flows back into a sample.</summary>
    public const string Upstream = "upstream";
}

/// <summary>One sweep over the classes of a row.</summary>
/// <param name="Pass">What it is for.</param>
/// <param name="Operands">The per-sample and shared values that it is given.</param>
/// <param name="Rows">The positions of the rows that it reads, among the real inputs.</param>
/// <param name="GradientRows">The positions of the rows whose gradients it writes, or that something waits in.</param>
/// <param name="SharedRows">The shared rows that it reads.</param>
/// <param name="Indices">The labels that it compares indices with.</param>
/// <param name="Label">The label that its reductions leave out, whose register is visited apart; null where it is like any other.</param>
/// <param name="Kept">What waits in the memory of a gradient from here on, or from before; null for nothing.</param>
/// <param name="HasGoal">Whether it does more where a gradient is asked for.</param>
/// <param name="Body">What is done for each class.</param>
internal sealed record PassProgram(
    Pass Pass,
    ImmutableArray<Node> Operands,
    ImmutableArray<int> Rows,
    ImmutableArray<int> GradientRows,
    ImmutableArray<string> SharedRows,
    ImmutableArray<string> Indices,
    Node? Label,
    KeptRow? Kept,
    bool HasGoal,
    ImmutableArray<Statement> Body)
{
    /// <summary>Whether a row waits in the memory of a gradient from here on.</summary>
    public bool WritesKept => Kept?.Pass == Pass.Number;

    /// <summary>Whether it reads a row that has waited there.</summary>
    public bool ReadsKept => Kept?.Pass < Pass.Number;
}
