using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>A function that is read in place of its calls.</summary>
/// <param name="Function">The method, the local function or the lambda.</param>
/// <param name="Body">Its body; null for a function that formulas know.</param>
/// <param name="Self">What <c>this</c> is in it; null for the loss itself.</param>
internal sealed record Callee(IMethodSymbol Function, IOperation? Body, Part? Self)
{
    /// <summary>Whether it sees the locals of the function around it, so that its value depends on more than its arguments.</summary>
    public bool Closes => Function.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;

    /// <summary>The body of a method in source; null where there is none.</summary>
    public static IOperation? BodyOf(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        IMethodSymbol definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length != 1 || !compilation.ContainsSyntaxTree(definition.DeclaringSyntaxReferences[0].SyntaxTree))
            return null;
        SyntaxNode syntax = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body ?? function.IgnoredBody,
            IBlockOperation block => block,
            _ => null,
        };
    }
}
