using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // Rows vary along one axis; each lambda around an expression adds one.
    private const int MostLambdas = 2;

    // The lambdas around what is being read, the innermost on top.
    private readonly Stack<IMethodSymbol> lambdas = new();

    /// <summary>Σ over a row of what a lambda makes of an element and its index: the lambda runs on one element, along an axis of its own.</summary>
    private Node SumOfLambda(Node row, IOperation function)
    {
        if (function is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol: var lambda, Body: var body } } || lambdas.Count == MostLambdas)
            return RefuseExpression(function);

        int axis = AxisSet.Row + lambdas.Count + 1;
        Node index = table.Index(axis);
        FlowState before = state;
        state = state with { Variables = state.Variables.SetItem(lambda.Parameters[0], At(row, index)), Results = [] };
        if (lambda.Parameters.Length > 1)
            state = state with { Variables = state.Variables.SetItem(lambda.Parameters[1], index) };

        lambdas.Push(lambda);
        Run(body);
        lambdas.Pop();
        // C# itself asks for a value on every path.
        Node term = state.Final is null ? Unknown(function) : Result(state);
        state = before;
        return table.Reduce(Operation.Sum, axis, term);
    }

    // What a lambda assigns to a local outside of it depends on the order in which the elements are visited.
    private bool IsOutsideLambda(ISymbol variable) =>
        lambdas.Count > 0 && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, lambdas.Peek());
}
