using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>What the generator and the analyzer made of some sources.</summary>
/// <param name="Compilation">The sources and what was generated.</param>
/// <param name="Emitted">What the compiler made of them.</param>
/// <param name="Generated">The generated files by name.</param>
/// <param name="Diagnostics">What the analyzer, the generator and the compiler report, in the order of the text.</param>
public sealed record GeneratorRun(
    Compilation Compilation, EmittedCompilation Emitted, IReadOnlyDictionary<string, string> Generated, ImmutableArray<ReportedDiagnostic> Diagnostics)
{
    /// <summary>The only generated file.</summary>
    public string Source => Assert.Single(Generated).Value;

    /// <summary>Loads the result; there must be no error and no warning.</summary>
    public Assembly Load()
    {
        Assert.Empty(Diagnostics);
        return TestCompilation.Load(Compilation, Emitted);
    }
}
