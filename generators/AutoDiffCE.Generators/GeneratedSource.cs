using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators;

/// <summary>What compiling one loss gave.</summary>
/// <param name="Model">The loss.</param>
/// <param name="Text">The generated file; empty where the compiler gave up.</param>
/// <param name="Failure">Why it gave up; otherwise null.</param>
internal sealed record GeneratedSource(LossModel Model, string Text, CompilationFailure? Failure);
