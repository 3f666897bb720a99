using Microsoft.CodeAnalysis;

// A stand-in for somebody else's generator, which no compiler host loads.
#pragma warning disable RS1036, RS1041, RS1042

namespace AutoDiffCE.Generators.Tests.Diagnostics;

/// <summary>Adds a class with a constant to every project.</summary>
internal sealed class AddingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider,
        static (output, _) => output.AddSource("Added", "internal sealed class Added { public const double Scale = 2; public double Number => 3; }"));
}
