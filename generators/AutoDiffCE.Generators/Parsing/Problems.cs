using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What is wrong with one loss. Problems live as long as parsing does: the generator drops them, the analyzer reports them.</summary>
internal sealed class Problems
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Whether C# itself has an error to report here: whatever else seems wrong may follow from it.</summary>
    public bool IsInvalid { get; private set; }

    public int Count => diagnostics.Count;

    /// <summary>Whether there is an error; what is only worth knowing does not count.</summary>
    public bool Any => IsInvalid || diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));

    public void Invalidate() => IsInvalid = true;

    /// <summary>What to report: nothing where C# reports an error of its own.</summary>
    public ImmutableArray<Diagnostic> ToReport() => IsInvalid ? [] : [.. diagnostics];
}
