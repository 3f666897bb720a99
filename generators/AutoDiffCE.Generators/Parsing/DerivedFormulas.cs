using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Finds formulas that nothing runs: those of classes derived from a loss, whose kernels are made from the formula of the loss itself.</summary>
internal static class DerivedFormulas
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax { Identifier.ValueText: SignatureParser.FormulaName, Parent: TypeDeclarationSyntax };

    /// <summary>The error to report at a formula; null where there is none.</summary>
    public static Diagnostic? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken) is not IMethodSymbol method)
            return null;
        INamedTypeSymbol type = method.ContainingType;
        var types = new KnownTypes(context.SemanticModel.Compilation);
        // A loss of its own cannot have a base class, and is told so.
        if (types.LossAttribute(type) is not null || LossBelow(type, types) is not { } loss)
            return null;
        return loss.GetMembers(SignatureParser.FormulaName).OfType<IMethodSymbol>().Any(formula => HaveSameSignature(formula, method))
            ? Diagnostic.Create(Descriptors.DerivedFormula, method.Locations[0], type.Name, loss.Name)
            : null;
    }

    private static INamedTypeSymbol? LossBelow(INamedTypeSymbol type, KnownTypes types)
    {
        INamedTypeSymbol? below = type.BaseType;
        while (below is not null && types.LossAttribute(below) is null)
            below = below.BaseType;
        return below;
    }

    // Another signature is another method, which hides nothing.
    private static bool HaveSameSignature(IMethodSymbol formula, IMethodSymbol other) =>
        formula.Arity == other.Arity
        && Types(formula).SequenceEqual(Types(other), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> Types(IMethodSymbol method) => method.Parameters.Select(parameter => parameter.Type);
}
