using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    private void Run(IOperation statement)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Work.Step();
        // What follows a return is never reached.
        if (state.Final is not null)
            return;

        switch (statement)
        {
            case IBlockOperation block:
                foreach (IOperation inner in block.Operations)
                    Run(inner);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                    Declare(declaration);
                break;
            case IExpressionStatementOperation { Operation: var expression }:
                RunExpression(expression);
                break;
            case IConditionalOperation branch:
                RunBranch(branch);
                break;
            case IReturnOperation { ReturnedValue: { } returned, Kind: OperationKind.Return }:
                state = state with { Final = Expression(returned) };
                break;
            case IEmptyOperation:
                break;
            case IInvalidOperation:
                problems.Invalidate();
                break;
            default:
                Refuse(statement);
                break;
        }
    }

    // A formula that goes on after what it cannot use would only repeat the complaint: the path ends here.
    private void Refuse(IOperation statement)
    {
        SyntaxToken token = statement.Syntax.GetFirstToken();
        string name = statement is ILocalFunctionOperation ? "a local function" : "'" + token.Text + "'";
        if (statement is ILoopOperation)
            name += "; write what it computes with functions of rows, such as Sum(row), Dot(row, other) or Sum(row, (x, i) => …)";
        problems.Report(Descriptors.Construct, token.GetLocation(), name);
        state = state with { Final = table.Constant(double.NaN) };
    }

    private void Declare(IVariableDeclarationOperation declaration)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            if (Refuses(declarator))
                continue;
            if (declarator.GetVariableInitializer() is { Value: var value } && !declarator.Symbol.IsConst)
                Assign(declarator.Symbol, Expression(value));
        }
    }

    private bool Refuses(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        FormulaType type = types.Classify(local.Type);
        if (type == FormulaType.Single)
            problems.Report(Descriptors.SinglePrecision, local.Locations[0], local.Name);
        else if (type == FormulaType.None)
            problems.Report(Descriptors.Construct, local.Locations[0], $"a local of type '{local.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'");
        else
            return false;
        refused.Add(local);
        return true;
    }

    private void RunExpression(IOperation expression)
    {
        switch (expression)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                AssignTo(assignment.Target, assignment, () => Expression(assignment.Value));
                break;
            case ICompoundAssignmentOperation assignment:
                AssignTo(assignment.Target, assignment, () => Binary(
                    assignment, assignment.OperatorKind, Expression(assignment.Target), Expression(assignment.Value)));
                break;
            case IIncrementOrDecrementOperation step:
                AssignTo(step.Target, step, () => table.Make(
                    Operation.Add, Expression(step.Target), table.Constant(step.Kind == OperationKind.Increment ? 1 : -1)));
                break;
            default:
                // A value that nobody uses; what is wrong with it is worth saying all the same.
                Expression(expression);
                break;
        }
    }

    private void AssignTo(IOperation target, IOperation assignment, Func<Node> value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when !local.Local.IsRef && !IsOutsideLambda(local.Local):
                // A local of a type that formulas do not use holds nothing.
                if (!IsRefused(local))
                    Assign(local.Local, value());
                break;
            case IParameterReferenceOperation parameter when captures.Input(parameter.Parameter) is not null && lambdas.Count == 0:
                Assign(parameter.Parameter, value());
                break;
            default:
                Report(Descriptors.Construct, assignment, "an assignment to anything but its own locals and parameters");
                break;
        }
    }

    private void Assign(ISymbol variable, Node value)
    {
        Hint(variable.Name, value);
        state = state with { Variables = state.Variables.SetItem(variable, value) };
    }

    private void RunBranch(IConditionalOperation branch)
    {
        Node condition = Expression(branch.Condition);
        FlowState before = state;
        FlowState entry = before with { Results = [] };

        state = entry;
        Run(branch.WhenTrue);
        FlowState whenTrue = state;

        state = entry;
        if (branch.WhenFalse is not null)
            Run(branch.WhenFalse);

        FlowState merged = Merge(condition, whenTrue, state);
        state = merged with { Results = [.. before.Results, .. merged.Results] };
    }

    private FlowState Merge(Node condition, FlowState whenTrue, FlowState whenFalse)
    {
        if (whenTrue.Final is not null && whenFalse.Final is not null)
            return whenTrue with { Results = [], Final = Logic.Choose(table, condition, Result(whenTrue), Result(whenFalse)) };
        // Where one side returns, what follows it lies on the other side.
        if (whenTrue.Final is not null)
            return whenFalse with { Results = [(condition, Result(whenTrue)), .. whenFalse.Results] };
        Node opposite = Logic.Not(table, condition);
        if (whenFalse.Final is not null)
            return whenTrue with { Results = [(opposite, Result(whenFalse)), .. whenTrue.Results] };

        return new FlowState(
            MergeVariables(condition, whenTrue, whenFalse),
            [
                .. whenTrue.Results.Select(result => (Logic.And(table, condition, result.Condition), result.Value)),
                .. whenFalse.Results.Select(result => (Logic.And(table, opposite, result.Condition), result.Value)),
            ],
            null);
    }

    // A variable without a value on one of the sides has none afterwards.
    private ImmutableDictionary<ISymbol, Node> MergeVariables(Node condition, FlowState whenTrue, FlowState whenFalse)
    {
        var merged = whenTrue.Variables;
        foreach (KeyValuePair<ISymbol, Node> variable in whenTrue.Variables)
        {
            if (!TryRead(whenFalse, variable.Key, out Node other))
                merged = merged.Remove(variable.Key);
            else if (!ReferenceEquals(variable.Value, other))
                merged = merged.SetItem(variable.Key, Chosen(variable.Key, condition, variable.Value, other));
        }
        foreach (KeyValuePair<ISymbol, Node> variable in whenFalse.Variables)
        {
            if (!whenTrue.Variables.ContainsKey(variable.Key) && TryRead(whenTrue, variable.Key, out Node other))
                merged = merged.SetItem(variable.Key, Chosen(variable.Key, condition, other, variable.Value));
        }
        return merged;
    }

    private Node Chosen(ISymbol variable, Node condition, Node whenTrue, Node whenFalse)
    {
        Node chosen = Logic.Choose(table, condition, whenTrue, whenFalse);
        Hint(variable.Name, chosen);
        return chosen;
    }

    // A parameter that a side did not assign to still is what was passed.
    private bool TryRead(FlowState from, ISymbol variable, out Node value)
    {
        if (from.Variables.TryGetValue(variable, out value!))
            return true;
        value = (variable is IParameterSymbol parameter ? captures.Input(parameter) : null)!;
        return value is not null;
    }

    // Early returns are asked for in order, what is returned otherwise comes last.
    private Node Result(FlowState from) =>
        from.Results.Reverse().Aggregate(from.Final!, (rest, result) => Logic.Choose(table, result.Condition, result.Value, rest));
}
