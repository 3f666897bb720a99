using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What C# evaluates of a formula whatever its inputs are.</summary>
internal static class Evaluation
{
    /// <summary>Whether an operation is evaluated each time that its method runs.</summary>
    public static bool IsCertain(IOperation operation)
    {
        for (IOperation part = operation; part.Parent is { } whole; part = whole)
        {
            if (IsChosen(part, whole))
                return false;
        }
        return !FollowsReturn(operation.Syntax);
    }

    private static bool IsChosen(IOperation part, IOperation whole) => whole switch
    {
        IConditionalOperation conditional => !ReferenceEquals(part, conditional.Condition),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary =>
            ReferenceEquals(part, binary.RightOperand),
        ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or IAnonymousFunctionOperation => true,
        _ => false,
    };

    private static bool FollowsReturn(SyntaxNode syntax) =>
        syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method
        && method.DescendantNodes().OfType<ReturnStatementSyntax>().Any(statement => statement.Span.End <= syntax.SpanStart);
}
