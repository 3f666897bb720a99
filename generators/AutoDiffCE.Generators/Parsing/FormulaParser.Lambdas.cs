using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // Rows vary along one axis; each lambda around an expression adds one.
    private const int MaxLambdas = 6;

    // How many lambdas of sums are around what is being read.
    private int axes;

    /// <summary>What is made of a function of each element of a row: it runs on one element, along an axis of its own. Null for any other method.</summary>
    private Node? OfTerms(string method, Node row, IOperation function)
    {
        Func<int, Node, Node>? combine = method switch
        {
            "Sum" => (axis, term) => table.Reduce(Operation.Sum, axis, term),
            "Mean" => (axis, term) => Quotient(table.Reduce(Operation.Sum, axis, term), table.Length()),
            "Max" => (axis, term) => table.Reduce(Operation.Max, axis, term),
            "Min" => (axis, term) => table.Reduce(Operation.Min, axis, term),
            "LogSumExp" => (axis, term) => table.Reduce(Operation.LogSumExp, axis, term),
            "Count" => Count,
            "Any" => (axis, condition) => table.Make(Operation.LessThan, table.Constant(0), Count(axis, condition)),
            "All" => (axis, condition) => table.Make(Operation.Equal, Count(axis, Logic.Not(table, condition)), table.Constant(0)),
            "Map" => (axis, element) => Substitution.At(table, element, axis, table.Index(AxisSet.Row)),
            _ => null,
        };
        if (combine is null)
            return null;
        if (axes == MaxLambdas)
            return RefuseExpression(function);
        int axis = AxisSet.Row + ++axes;
        Node? term = Term(function, At(row, table.Index(axis)), table.Index(axis));
        axes--;
        return term is null ? RefuseExpression(function) : combine(axis, term);
    }

    private Node Count(int axis, Node condition) =>
        table.Reduce(Operation.Sum, axis, table.Make(Operation.Select, condition, table.Constant(1), table.Constant(0)));

    // What a function makes of an element and its index; null where the function is not known.
    private Node? Term(IOperation function, Node element, Node index)
    {
        if (DelegateOf(function) is not { } callee || WhyNotRead(callee.Function) is not null)
            return null;
        Node[] arguments = [element, index];
        ImmutableDictionary<ISymbol, Node> variables = state.Variables;
        for (int position = 0; position < callee.Function.Parameters.Length; position++)
            variables = variables.SetItem(callee.Function.Parameters[position], arguments[position]);
        return callee.Body is null ? OfKnown(callee, variables) : Read(callee, variables, function);
    }
}
