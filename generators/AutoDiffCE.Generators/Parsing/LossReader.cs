using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The generator's first step: from a class marked as a loss to plain data.</summary>
internal static class LossReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax;

    public static LossModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol loss
            ? LossParser.Parse(loss, new KnownTypes(context.SemanticModel.Compilation), cancellationToken).Model
            : null;
}
