using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

// A stand-in that no compiler host loads: it has no attribute and takes the id of the analyzer that it stands for.
#pragma warning disable RS1001, RS1029, RS2008

namespace AutoDiffCE.Generators.Tests.Diagnostics;

/// <summary>Says CA1822 of every method, at the place where the analyzer of that id does.</summary>
internal sealed class EveryMethodCouldBeStatic : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor descriptor = new("CA1822", "Static", "{0}.{1}", "Performance", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static symbol =>
            {
                if (symbol.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                    symbol.ReportDiagnostic(Diagnostic.Create(descriptor, method.Locations[0], method.ContainingType.Name, method.Name));
            },
            SymbolKind.Method);
    }
}
