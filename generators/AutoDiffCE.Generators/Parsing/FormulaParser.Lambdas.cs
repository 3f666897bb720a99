using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // Rows vary along one axis; each lambda around an expression adds one.
    private const int MaxLambdas = 2;

    // The lambdas around what is being read, the innermost on top.
    private readonly Stack<IMethodSymbol> lambdas = new();

    /// <summary>Σ over a row of what a function makes of an element and its index: it runs on one element, along an axis of its own.</summary>
    private Node SumOfTerms(Node row, IOperation function)
    {
        int axis = AxisSet.Row + lambdas.Count + 1;
        Node element = At(row, table.Index(axis));
        IOperation? target = lambdas.Count < MaxLambdas && function is IDelegateCreationOperation creation ? creation.Target : null;
        Node? term = target switch
        {
            IAnonymousFunctionOperation lambda => Term(lambda, element, table.Index(axis)),
            IMethodReferenceOperation { Method: var method } when types.IsLossMath(method.ContainingType) => OfNumbers(method.Name, [element]),
            _ => null,
        };
        return term is null ? RefuseExpression(function) : table.Reduce(Operation.Sum, axis, term);
    }

    private Node Term(IAnonymousFunctionOperation lambda, Node element, Node index)
    {
        FlowState before = state;
        Node[] arguments = [element, index];
        for (int position = 0; position < lambda.Symbol.Parameters.Length; position++)
            state = state with { Variables = state.Variables.SetItem(lambda.Symbol.Parameters[position], arguments[position]), Results = [] };

        lambdas.Push(lambda.Symbol);
        Run(lambda.Body);
        lambdas.Pop();
        // C# itself asks for a value on every path.
        Node term = state.Final is null ? Unknown(lambda) : Result(state);
        state = before;
        return term;
    }

    // What a lambda assigns to a local outside of it depends on the order in which the elements are visited.
    private bool IsOutsideLambda(ISymbol variable) =>
        lambdas.Count > 0 && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, lambdas.Peek());
}
