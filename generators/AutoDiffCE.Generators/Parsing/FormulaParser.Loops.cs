using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // A loop whose rounds are known is read once per round, and no longer than this.
    private const int MaxRounds = 1000;

    private void RunLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation { IsAsynchronous: false } each when ElementsOf(each.Collection) is { } elements:
                Unroll(each, elements);
                break;
            case IForEachLoopOperation { IsAsynchronous: false } each:
                RunOverRow(each);
                break;
            case IForLoopOperation counted:
                foreach (IOperation start in counted.Before)
                    Run(start);
                if (counted.Condition is null || Known(Expression(counted.Condition)) is not null)
                    Unroll(counted, counted.Condition, testsFirst: true, counted.AtLoopBottom);
                else
                    RunOverRow(counted);
                break;
            case IWhileLoopOperation { Condition: { } condition } repeated:
                Unroll(repeated, condition, repeated.ConditionIsTop, []);
                break;
            default:
                Refuse(loop);
                break;
        }
    }

    private void Unroll(ILoopOperation loop, IOperation? condition, bool testsFirst, ImmutableArray<IOperation> bottom)
    {
        for (int round = 0; state.End is null; round++)
        {
            if (condition is not null && (testsFirst || round > 0))
            {
                Node end = Expression(condition);
                if (Known(end) is not { } holds)
                {
                    Refuse(condition.Syntax.GetLocation(), EndOf(condition, end));
                    return;
                }
                if (!holds)
                    break;
            }
            if (round == MaxRounds)
            {
                Refuse(loop.Syntax.GetFirstToken().GetLocation(), FormattableString.Invariant($"a loop of more than {MaxRounds} rounds; {LoopRemedy}"));
                return;
            }
            Run(loop.Body);
            state = Join(state, loop.ContinueLabel);
            foreach (IOperation step in bottom)
                Run(step);
        }
        state = Join(state, loop.ExitLabel);
    }

    private void Unroll(IForEachLoopOperation loop, ImmutableArray<IOperation> elements)
    {
        foreach (IOperation element in elements)
        {
            if (state.End is not null)
                break;
            Assign(loop.Locals[0], Expression(element));
            Run(loop.Body);
            state = Join(state, loop.ContinueLabel);
        }
        state = Join(state, loop.ExitLabel);
    }

    // What is written out where it is visited; null for a row.
    private static ImmutableArray<IOperation>? ElementsOf(IOperation collection) => collection switch
    {
        IConversionOperation conversion => ElementsOf(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation { Elements: var elements } when elements.All(element => element is not ISpreadOperation) => elements,
        _ => null,
    };

    private const string LoopRemedy = "a loop runs a constant number of rounds, or over the elements of a row";

    // Why the rounds of a loop are not known when the formula is compiled, and what to write instead
    private static string EndOf(IOperation end, Node value) => Captures.IsIn(value)
        ? $"a loop whose end, '{Text(end)}', is a hyper-parameter; give it a constant end, and 'break' in it at the hyper-parameter"
        : $"a loop whose end, '{Text(end)}', depends on the inputs; {LoopRemedy}";

    // The truth of a condition that no input and no hyper-parameter has a part in; null for any other.
    private static bool? Known(Node condition) => condition.Operation switch
    {
        Operation.Truth => condition.Value != 0,
        Operation.Not => !Known(condition.First),
        Operation.And => Known(condition.First) is { } left && Known(condition.Second) is { } right ? left && right : null,
        Operation.Or => Known(condition.First) is { } left && Known(condition.Second) is { } right ? left || right : null,
        Operation.LessThan when Numbers(condition) is (double left, double right) => left < right,
        Operation.LessThanOrEqual when Numbers(condition) is (double left, double right) => left <= right,
        Operation.Equal when Numbers(condition) is (double left, double right) => left == right,
        _ => null,
    };

    private static (double Left, double Right)? Numbers(Node comparison) =>
        Number(comparison.First) is { } left && Number(comparison.Second) is { } right ? (left, right) : null;

    private void RunOverRow(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
        if (types.Classify(collection.Type) is not (FormulaType.Row or FormulaType.Array))
        {
            Refuse(loop.Syntax.GetFirstToken().GetLocation(), $"a loop over '{Text(loop.Collection)}'; {LoopRemedy}");
            return;
        }
        Node row = Expression(collection);
        RunOverRow(loop, loop.Locals[0], index => At(row, index), _ => null, isAscending: true);
    }

    private void RunOverRow(IForLoopOperation loop)
    {
        FlowState start = state;
        if (LoopHeader.Of(loop) is not { } header || !start.Variables.TryGetValue(header.Counter, out Node? first))
        {
            Refuse(loop.Syntax.GetFirstToken().GetLocation(), "a loop whose counter does not go up or down by one to an end; " + LoopRemedy);
            return;
        }
        HashSet<ISymbol> assigned = CarriedVariables.AssignedIn(loop.Body);
        if (header.Bound.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => assigned.Contains(local.Local)))
        {
            Refuse(header.Bound.Syntax.GetLocation(), "a loop whose end it changes itself");
            return;
        }
        Node bound = Expression(header.Bound);
        LoopRange range = header.IsAscending
            ? new LoopRange(first, true, bound, header.IncludesBound)
            : new LoopRange(bound, header.IncludesBound, first, true);
        if (!range.IsWithinRow)
        {
            Refuse(header.Bound.Syntax.GetLocation(), Captures.IsIn(bound)
                ? EndOf(header.Bound, bound)
                : $"a loop that may leave the row; {LoopRemedy}, between numbers, labels, the counter of a loop around it and the length");
            return;
        }
        RunOverRow(loop, header.Counter, index => index, index => InRange(range, index), header.IsAscending);
    }

    private Node? InRange(LoopRange range, Node index)
    {
        Node? above = range.StartsAtZero ? null : Comparison(range.IncludesLow ? Operation.LessThanOrEqual : Operation.LessThan, range.Low, index);
        Node? below = range.EndsAtLength ? null : Comparison(range.IncludesHigh ? Operation.LessThanOrEqual : Operation.LessThan, index, range.High);
        return above is null ? below : below is null ? above : Logic.And(table, above, below);
    }

    // One round stands for all: it is read for any index, and what the variables carry to the next one tells which reductions they are.
    private void RunOverRow(ILoopOperation loop, ISymbol counter, Func<Node, Node> valueAt, Func<Node, Node?> inRange, bool isAscending)
    {
        if (axes == MaxLambdas)
        {
            Refuse(loop.Syntax.GetFirstToken().GetLocation(), FormattableString.Invariant($"a loop over a row within {MaxLambdas} others"));
            return;
        }
        FlowState before = state;
        int errors = problems.Count;
        int axis = AxisSet.Row + ++axes;
        var carried = new CarriedVariables(table, holding, axis, inRange, isAscending);
        ImmutableDictionary<ISymbol, Node> variables = before.Variables.SetItem(counter, valueAt(table.Index(axis)));
        HashSet<ISymbol> assigned = CarriedVariables.AssignedIn(loop.Body);
        foreach (ISymbol variable in assigned)
        {
            if (TryRead(before.Variables, variable, out Node initial))
                variables = variables.SetItem(variable, carried.Add(variable, initial));
        }
        state = new FlowState(variables, [], null);
        Run(loop.Body);
        state = Join(state, loop.ContinueLabel);
        axes--;

        // What is wrong with a round is all that is wrong with the loop.
        if (problems.IsInvalid || problems.Count > errors)
            state = before.Returning(table.Constant(double.NaN));
        else if (assigned.Contains(counter))
            RefuseCarried(loop, before, "that assigns to its own counter");
        else if (state.End is not null || !state.Exits.IsEmpty)
            RefuseCarried(loop, before, "over a row that 'break' or 'return' ends");
        else if (!carried.TryFinish(state.Variables, MaxLambdas - axes, out ImmutableDictionary<ISymbol, Node> after, out ISymbol? culprit))
            RefuseCarried(loop, before, $"that carries '{culprit!.Name}' from one round to the next otherwise than as a sum, a maximum or a minimum");
        else
            state = before with { Variables = before.Variables.RemoveRange(assigned).SetItems(after) };
    }

    private void RefuseCarried(ILoopOperation loop, FlowState before, string what)
    {
        state = before;
        Refuse(loop.Syntax.GetFirstToken().GetLocation(), "a loop " + what);
    }
}
