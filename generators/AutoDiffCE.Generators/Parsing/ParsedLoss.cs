using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What reading one loss gave.</summary>
/// <param name="Model">What to generate; null where nothing can be generated that would compile.</param>
/// <param name="Diagnostics">What is wrong with it, and what its author may want to look at.</param>
/// <param name="Place">Where to report what is found out later: the name of its formula, or of the loss.</param>
internal sealed record ParsedLoss(LossModel? Model, ImmutableArray<Diagnostic> Diagnostics, Location Place)
{
    /// <summary>What keeps a loss from being generated.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
