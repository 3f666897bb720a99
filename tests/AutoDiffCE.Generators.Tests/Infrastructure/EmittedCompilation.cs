using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>What the compiler makes of a compilation: an assembly, or errors.</summary>
public sealed class EmittedCompilation
{
    /// <summary>Emits a compilation.</summary>
    public EmittedCompilation(Compilation compilation)
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        EmitResult result = compilation.Emit(image, xmlDocumentationStream: documentation);
        Image = image.ToArray();
        // What cannot be emitted has errors, of which the emission shows the first kind alone.
        Diagnostics = result.Success ? result.Diagnostics : compilation.GetDiagnostics();
    }

    /// <summary>The assembly; nothing where there are errors.</summary>
    public byte[] Image { get; }

    /// <summary>What the compiler reports.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
