using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // Rows vary along one axis; each lambda around an expression adds one.
    private const int MaxLambdas = 2;

    // How many lambdas of sums are around what is being read.
    private int axes;

    /// <summary>Σ over a row of what a function makes of an element and its index: it runs on one element, along an axis of its own.</summary>
    private Node SumOfTerms(Node row, IOperation function)
    {
        if (axes == MaxLambdas)
            return RefuseExpression(function);
        int axis = AxisSet.Row + ++axes;
        Node? term = Term(function, At(row, table.Index(axis)), table.Index(axis));
        axes--;
        return term is null ? RefuseExpression(function) : table.Reduce(Operation.Sum, axis, term);
    }

    // What a function makes of an element and its index; null where the function is not known.
    private Node? Term(IOperation function, Node element, Node index)
    {
        if (DelegateOf(function) is not { } callee || WhyNotRead(callee.Function) is not null)
            return null;
        if (scopes.Any(scope => SymbolEqualityComparer.Default.Equals(scope.Function, callee.Function)))
            return null;
        Node[] arguments = [element, index];
        ImmutableDictionary<ISymbol, Node> variables = state.Variables;
        for (int position = 0; position < callee.Function.Parameters.Length; position++)
            variables = variables.SetItem(callee.Function.Parameters[position], arguments[position]);
        return callee.Body is null ? OfKnown(callee, variables) : Read(callee, variables, function);
    }
}
