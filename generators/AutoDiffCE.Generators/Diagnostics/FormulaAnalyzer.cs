using System.Collections.Immutable;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.Errors, .. Descriptors.Warnings];

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
        foreach (Diagnostic diagnostic in DeepStack.Run(() => Found(type, types, context.CancellationToken).ToArray()))
            context.ReportDiagnostic(diagnostic);
    }

    private static IEnumerable<Diagnostic> Found(INamedTypeSymbol type, KnownTypes types, CancellationToken cancellationToken)
    {
        var origins = new FormulaOrigins();
        ParsedLoss loss = LossParser.Parse(type, types, cancellationToken, origins);
        return IsStandIn(type) ? Unseen(type, loss) : loss.Errors.Any() ? [] : Warnings(loss, origins, cancellationToken);
    }

    private static IEnumerable<Diagnostic> Warnings(ParsedLoss loss, FormulaOrigins origins, CancellationToken cancellationToken) =>
        loss.Diagnostics.Concat(FormulaWarnings.Of(origins, cancellationToken));

    // What the generator could not see: the formula is an error, whatever it is besides.
    private static IEnumerable<Diagnostic> Unseen(INamedTypeSymbol type, ParsedLoss loss) =>
        loss.Errors.Any() || loss.Model?.Formula is null ? loss.Errors : [Diagnostic.Create(Descriptors.ForeignNames, loss.Place, type.Name)];

    // What another generator added was unknown to C# when the generator read the formula, and is known now: errors that only an analyzer can see.
    private static bool IsStandIn(INamedTypeSymbol loss)
    {
        string complaint = MemberWriter.Complaint(CSharpNames.EscapeType(loss.Name), "CS");
        return loss.GetAttributes().All(attribute => attribute.AttributeClass?.Name != "KinksAttribute")
            && loss.DeclaringSyntaxReferences.Any(part => part.GetSyntax().ToString().Contains(complaint));
    }
}
