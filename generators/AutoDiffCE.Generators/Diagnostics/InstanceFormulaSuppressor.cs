using System.Collections.Immutable;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>
/// A formula without hyper-parameters could be static (CA1822), but as a method of the loss object it reads like every other formula.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstanceFormulaSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor descriptor =
        new("ADCES001", "CA1822", "A formula is a method of the loss object, whether or not it has hyper-parameters.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [descriptor];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var types = new KnownTypes(context.Compilation);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (IsFormula(diagnostic.Location, context, types))
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
        }
    }

    private static bool IsFormula(Location location, SuppressionAnalysisContext context, KnownTypes types)
    {
        if (location.SourceTree is not { } tree)
            return false;
        SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan);
        return context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken)
            is IMethodSymbol { Name: SignatureParser.FormulaName } method && types.LossAttribute(method.ContainingType) is not null;
    }
}
