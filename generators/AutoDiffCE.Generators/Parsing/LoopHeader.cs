using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The header of a loop whose counter goes up or down by one.</summary>
/// <param name="Counter">The counter.</param>
/// <param name="Bound">What it is compared with.</param>
/// <param name="IncludesBound">Whether the counter takes the value of the bound, too.</param>
/// <param name="IsAscending">Whether it goes up.</param>
internal sealed record LoopHeader(ISymbol Counter, IOperation Bound, bool IncludesBound, bool IsAscending)
{
    public static LoopHeader? Of(IForLoopOperation loop)
    {
        if (loop.AtLoopBottom.Length != 1 || loop.AtLoopBottom[0] is not IExpressionStatementOperation { Operation: var step })
            return null;
        if (CounterOf(step) is not (ISymbol counter, bool isAscending) || loop.Condition is not IBinaryOperation condition)
            return null;
        (IOperation bound, BinaryOperatorKind kind) = IsCounter(condition.LeftOperand, counter)
            ? (condition.RightOperand, condition.OperatorKind)
            : (condition.LeftOperand, Mirrored(condition.OperatorKind));
        if (!IsCounter(condition.LeftOperand, counter) && !IsCounter(condition.RightOperand, counter))
            return null;
        return (kind, isAscending) switch
        {
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals, true) => new LoopHeader(counter, bound, false, true),
            (BinaryOperatorKind.LessThanOrEqual, true) => new LoopHeader(counter, bound, true, true),
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, false) => new LoopHeader(counter, bound, false, false),
            (BinaryOperatorKind.GreaterThanOrEqual, false) => new LoopHeader(counter, bound, true, false),
            _ => null,
        };
    }

    private static (ISymbol Counter, bool IsAscending)? CounterOf(IOperation step) => step switch
    {
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var local }, Kind: var kind } => (local, kind == OperationKind.Increment),
        ICompoundAssignmentOperation
        {
            Target: ILocalReferenceOperation { Local: var local },
            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
            Value.ConstantValue: { HasValue: true, Value: 1 },
        } assignment => (local, assignment.OperatorKind == BinaryOperatorKind.Add),
        _ => null,
    };

    private static bool IsCounter(IOperation operand, ISymbol counter) =>
        operand is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, counter);

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
