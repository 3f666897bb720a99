using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The generator's first step: from a class marked as a loss to plain data, and to what is wrong with it.</summary>
internal static class LossReader
{
    // A record cannot be a loss, and has to be told.
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax or RecordDeclarationSyntax;

    public static ParsedLoss? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var types = new KnownTypes(context.SemanticModel.Compilation);
        return context.TargetSymbol is INamedTypeSymbol loss && IsFirstMarked(loss, context.TargetNode, types)
            ? DeepStack.Run(() => LossParser.Parse(loss, types, cancellationToken))
            : null;
    }

    // Two marked parts are an error of C#, and one loss.
    private static bool IsFirstMarked(INamedTypeSymbol loss, SyntaxNode part, KnownTypes types) =>
        types.LossAttribute(loss)?.ApplicationSyntaxReference is { } mark && mark.SyntaxTree == part.SyntaxTree && part.Span.Contains(mark.Span);
}
