using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>What generator, analyzer and compiler made of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Refusals">The ids of the diagnostics that refused it, each with its message.</param>
/// <param name="Faults">What must not happen: exceptions of the generator, errors and warnings in generated code.</param>
/// <param name="Milliseconds">The processor's time that the generator took.</param>
internal sealed record CompiledProgram(
    LossProgram Program,
    IReadOnlyList<(string Id, string Message)> Refusals,
    IReadOnlyList<string> Faults,
    double Milliseconds)
{
    /// <summary>Makes the loss; null where it was not compiled.</summary>
    public Func<Settings, ILossHarness>? Create { get; init; }
}
