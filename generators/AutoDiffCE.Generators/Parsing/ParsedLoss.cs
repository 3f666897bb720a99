using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What reading one loss gave.</summary>
/// <param name="Model">What to generate; null where nothing can be generated that would compile.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ParsedLoss(LossModel? Model, ImmutableArray<Diagnostic> Diagnostics);
