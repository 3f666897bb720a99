using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // A chain of operators leans to the left, however long it is: it is read in a loop, and a sum or product in it is one node.
    private Node BinaryExpression(IBinaryOperation binary)
    {
        Stack<IBinaryOperation> chain = new([binary]);
        while (chain.Peek().LeftOperand is IBinaryOperation left && Reads(left))
            chain.Push(left);

        int failures = Failures, before = leftToCSharp.Count;
        Node value = Expression(chain.Peek().LeftOperand);
        while (chain.Count > 0)
        {
            IBinaryOperation next = chain.Pop();
            value = Binary(next, next.OperatorKind, value, Expression(next.RightOperand));
            // The chain as a whole is an expression, as each part of it is.
            if (chain.Count > 0 && Failures > failures && !problems.IsInvalid)
                leftToCSharp.Consider(next, before, scopes);
        }
        return value;
    }

    // What Expression would read as a binary operation.
    private bool Reads(IBinaryOperation operation) =>
        types.Classify(operation.Type) is not (FormulaType.Invalid or FormulaType.Single) && operation is not IInvalidOperation && !leftToCSharp.Contains(operation);

    private Node Binary(IOperation operation, BinaryOperatorKind kind, Node left, Node right)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return Meeting(Folded(operation, Extended(Operation.Add, left, right)), left, right);
            case BinaryOperatorKind.Subtract:
                return Meeting(Folded(operation, Extended(Operation.Add, left, table.Make(Operation.Negate, right))), left, right);
            case BinaryOperatorKind.Multiply:
                return Folded(operation, Extended(Operation.Multiply, left, right));
            case BinaryOperatorKind.Divide when types.Classify(operation.Type) == FormulaType.Integer:
                return Report(Descriptors.IntegerDivision, operation, Text(operation));
            case BinaryOperatorKind.Divide:
                return table.Make(Operation.Divide, left, right);
            default:
                return BinaryTruth(operation, kind, left, right);
        }
    }

    // (a + b) + c is a + b + c, added in that order
    private Node Extended(Operation operation, Node left, Node right) =>
        table.Make(operation, left.Operation == operation ? left.Operands.Add(right) : [left, right]);

    // What whole numbers add up and multiply to is one, so that the rounds of a loop can be counted. Real numbers keep their form.
    private Node Folded(IOperation operation, Node node)
    {
        if (types.Classify(operation.Type) != FormulaType.Integer || !node.Operands.All(operand => Number(operand) is not null))
            return node;
        IEnumerable<double> numbers = node.Operands.Select(operand => Number(operand)!.Value);
        double value = node.Operation == Operation.Add ? numbers.Sum() : numbers.Aggregate((left, right) => left * right);
        return Math.Abs(value) <= int.MaxValue ? table.Constant(value) : node;
    }

    private static double? Number(Node node) => node.Operation switch
    {
        Operation.Constant => node.Value,
        Operation.Negate when node.First.Operation == Operation.Constant => -node.First.Value,
        _ => null,
    };

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

    private Node Comparison(Operation comparison, Node left, Node right) => Meeting(table.Make(comparison, left, right), left, right);

    private Node Comparison(IOperation operation, Operation comparison, Node left, Node right)
    {
        Node node = Comparison(comparison, left, right);
        if (origins is not null && !origins.Comparisons.ContainsKey(node))
            origins.Comparisons.Add(node, operation.Syntax.GetLocation());
        return node;
    }

    // An integer that indexes a row, or meets an index by being compared with it, added to it or subtracted from it, is a label.
    private Node Meeting(Node result, Node left, Node right)
    {
        if (HasIndex(left))
            MarkLabels(right);
        if (HasIndex(right))
            MarkLabels(left);
        return result;
    }

    private static bool HasIndex(Node node) =>
        node.Operation == Operation.Index || (node.Operation is Operation.Add or Operation.Negate && node.Operands.Any(HasIndex));

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
