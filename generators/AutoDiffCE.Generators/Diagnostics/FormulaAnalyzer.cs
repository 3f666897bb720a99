using System.Collections.Immutable;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>
/// Reports what is wrong with a loss. It reads the loss as the generator does; only an analyzer keeps the locations that make
/// <c>#pragma warning</c> work.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new KnownTypes(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (types.LossAttribute(type) is null)
            return;
        foreach (Diagnostic diagnostic in LossParser.Parse(type, types, context.CancellationToken).Diagnostics)
            context.ReportDiagnostic(diagnostic);
    }
}
