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
        if (state.End is not null)
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
                state = state.Returning(Expression(returned));
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue, Target: var target }:
                state = state with { End = new Exit(target, null, state.Variables) };
                break;
            case ISwitchOperation choice:
                RunSwitch(choice);
                break;
            case ILoopOperation loop:
                RunLoop(loop);
                break;
            // It is read where it is called.
            case ILocalFunctionOperation or IEmptyOperation:
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
        Refuse(token.GetLocation(), "'" + token.Text + "'");
    }

    private void Refuse(Location place, string construct)
    {
        problems.Report(Descriptors.Construct, place, construct);
        state = state.Returning(table.Constant(double.NaN));
    }

    private void Declare(IVariableDeclarationOperation declaration)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            if (Holds(declarator) || Refuses(declarator))
                continue;
            if (declarator.GetVariableInitializer() is { Value: var value } && !declarator.Symbol.IsConst)
                Assign(declarator.Symbol, Expression(value));
        }
    }

    // A local that holds a function, or an object whose methods are called.
    private bool Holds(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is not { Value: var value })
            return false;
        if (declarator.Symbol.Type.TypeKind == TypeKind.Delegate && DelegateOf(value) is { } function)
        {
            delegates[declarator.Symbol] = function;
            return true;
        }
        bool makesObject = value is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation };
        if (!makesObject || types.Classify(declarator.Symbol.Type) != FormulaType.None)
            return false;
        if (TryReadObject(value, out Part? part))
            parts[declarator.Symbol] = part!;
        else
            refused.Add(declarator.Symbol);
        return true;
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
                AssignTo(step.Target, step, () => Folded(step, table.Make(
                    Operation.Add, Expression(step.Target), table.Constant(step.Kind == OperationKind.Increment ? 1 : -1))));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
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
            case ILocalReferenceOperation local when !local.Local.IsRef && IsOwn(local.Local):
                // A local of a type that formulas do not use holds nothing.
                if (!IsRefused(local))
                    Assign(local.Local, value());
                break;
            case IParameterReferenceOperation parameter when IsOwn(parameter.Parameter):
                Assign(parameter.Parameter, value());
                break;
            default:
                Report(Descriptors.Construct, assignment, "an assignment to anything but its own locals and parameters");
                break;
        }
    }

    // What a function assigns to a variable outside of it depends on when it is called.
    private bool IsOwn(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, scopes.Peek().Function);

    private void Assign(ISymbol variable, Node value)
    {
        Hint(variable.Name, value);
        state = state with { Variables = state.Variables.SetItem(variable, value) };
    }

    private void RunBranch(IConditionalOperation branch)
    {
        Node condition = Expression(branch.Condition);
        if (Known(condition) is { } holds)
            RunIfAny(holds ? branch.WhenTrue : branch.WhenFalse);
        else
            RunBranch(condition, () => Run(branch.WhenTrue), () => RunIfAny(branch.WhenFalse));
    }

    private void RunIfAny(IOperation? statement)
    {
        if (statement is not null)
            Run(statement);
    }

    private void RunBranch(Node condition, Action runWhenTrue, Action runWhenFalse)
    {
        FlowState before = state;
        FlowState entry = before with { Exits = [] };

        state = entry;
        runWhenTrue();
        FlowState whenTrue = state;

        state = entry;
        runWhenFalse();

        FlowState merged = Merge(condition, whenTrue, state);
        state = merged with { Exits = [.. before.Exits, .. merged.Exits] };
    }
}
