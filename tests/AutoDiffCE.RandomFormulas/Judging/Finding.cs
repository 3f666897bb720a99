using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>Something that is wrong with a program.</summary>
/// <param name="Kind">What it is, in words that are the same for all findings of the kind.</param>
/// <param name="Program">The program.</param>
/// <param name="Details">Inputs, both numbers, what was compared.</param>
internal sealed record Finding(string Kind, LossProgram Program, string Details);
