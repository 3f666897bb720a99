using System.Collections.Immutable;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>
/// Reports what is worth a look in a loss that is right C# and has a gradient. What keeps it from that is an error, which the generator reports: it
/// runs in every build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Warnings;

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
        var origins = new FormulaOrigins();
        ParsedLoss loss = LossParser.Parse(type, types, context.CancellationToken, origins);
        foreach (Diagnostic diagnostic in loss.Diagnostics.Except(loss.Errors).Concat(FormulaWarnings.Of(origins, context.CancellationToken)))
            context.ReportDiagnostic(diagnostic);
    }
}
