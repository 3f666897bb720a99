using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    private Node BinaryExpression(IBinaryOperation binary) =>
        Binary(binary, binary.OperatorKind, Expression(binary.LeftOperand), Expression(binary.RightOperand));

    private Node Binary(IOperation operation, BinaryOperatorKind kind, Node left, Node right)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return table.Make(Operation.Add, left, right);
            case BinaryOperatorKind.Subtract:
                return table.Make(Operation.Add, left, table.Make(Operation.Negate, right));
            case BinaryOperatorKind.Multiply:
                return table.Make(Operation.Multiply, left, right);
            case BinaryOperatorKind.Divide when types.Classify(operation.Type) == FormulaType.Integer:
                return Report(Descriptors.IntegerDivision, operation, Text(operation));
            case BinaryOperatorKind.Divide:
                return table.Make(Operation.Divide, left, right);
            default:
                return BinaryTruth(operation, kind, left, right);
        }
    }

    private Node BinaryTruth(IOperation operation, BinaryOperatorKind kind, Node left, Node right)
    {
        bool areTruths = left.Kind == ValueKind.Boolean && right.Kind == ValueKind.Boolean;
        switch (kind)
        {
            case BinaryOperatorKind.Equals when areTruths:
                return Logic.Not(table, Logic.ExclusiveOr(table, left, right));
            case BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr when areTruths:
                return Logic.ExclusiveOr(table, left, right);
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when areTruths:
                return Logic.And(table, left, right);
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when areTruths:
                return Logic.Or(table, left, right);
            case BinaryOperatorKind.Equals:
                return Comparison(operation, Operation.Equal, left, right);
            case BinaryOperatorKind.NotEquals:
                return Logic.Not(table, Comparison(operation, Operation.Equal, left, right));
            case BinaryOperatorKind.LessThan:
                return Comparison(operation, Operation.LessThan, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return Comparison(operation, Operation.LessThanOrEqual, left, right);
            case BinaryOperatorKind.GreaterThan:
                return Comparison(operation, Operation.LessThan, right, left);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Comparison(operation, Operation.LessThanOrEqual, right, left);
            default:
                return RefuseExpression(operation);
        }
    }

    private Node Comparison(IOperation operation, Operation comparison, Node left, Node right)
    {
        Node node = Comparison(comparison, left, right);
        if (origins is not null && !origins.Comparisons.ContainsKey(node))
            origins.Comparisons.Add(node, operation.Syntax.GetLocation());
        return node;
    }

    private Node Comparison(Operation comparison, Node left, Node right)
    {
        if (MeetsIndex(left))
            MarkLabels(right);
        if (MeetsIndex(right))
            MarkLabels(left);
        return table.Make(comparison, left, right);
    }

    private static bool MeetsIndex(Node node) =>
        node.Operation == Operation.Index || (node.Operation is Operation.Add or Operation.Negate && node.Operands.Any(MeetsIndex));

    // An integer that indexes a row, or meets an index, is a label.
    private void MarkLabels(Node node)
    {
        if (node.Operation == Operation.Label)
            labels.Add(node.Name);
        else if (node.Operation is Operation.Add or Operation.Negate)
        {
            foreach (Node operand in node.Operands)
                MarkLabels(operand);
        }
    }
}
