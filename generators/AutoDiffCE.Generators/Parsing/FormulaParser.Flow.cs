using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    private FlowState Merge(Node condition, FlowState whenTrue, FlowState whenFalse)
    {
        Node opposite = Logic.Not(table, condition);
        if (whenTrue.End is not null && whenFalse.End is not null && whenTrue.OnlyReturns && whenFalse.OnlyReturns)
            return whenTrue.Returning(Logic.Choose(table, condition, Result(whenTrue), Result(whenFalse))) with { Exits = [] };
        // Where one side leaves, what follows it lies on the other side.
        if (whenTrue.End is not null)
            return whenFalse with { Exits = [.. Left(condition, whenTrue), .. whenFalse.Exits] };
        if (whenFalse.End is not null)
            return whenTrue with { Exits = [.. Left(opposite, whenFalse), .. whenTrue.Exits] };
        return new FlowState(
            MergeVariables(condition, whenTrue.Variables, whenFalse.Variables), [.. Exits(condition, whenTrue), .. Exits(opposite, whenFalse)], null);
    }

    private IEnumerable<(Node Condition, Exit Exit)> Exits(Node condition, FlowState side) =>
        side.Exits.Select(exit => (Logic.And(table, condition, exit.Condition), exit.Exit));

    // How a side leaves whose every path does; one that only returns has one result.
    private IEnumerable<(Node Condition, Exit Exit)> Left(Node condition, FlowState side) => side.OnlyReturns
        ? [(condition, new Exit(null, Result(side), side.Variables))]
        : [.. Exits(condition, side), (condition, side.End!)];

    /// <summary>Goes on behind a label: the paths that left for it come back.</summary>
    private FlowState Join(FlowState from, ILabelSymbol label)
    {
        if (from.End is not null && from.End.Target is null && from.OnlyReturns)
            return from;
        List<(Node Condition, Exit Exit)> left = [];
        List<(Node Condition, Exit Exit)> returning = [];
        List<(Node Condition, Exit Exit)> all = [.. from.Exits];
        if (from.End is { } end)
            all.Add((table.Truth(true), end));
        foreach ((Node condition, Exit exit) in all)
        {
            if (SymbolEqualityComparer.Default.Equals(exit.Target, label))
                returning.Add((condition, exit));
            else
                left.Add((returning.Aggregate(condition, (rest, back) => Logic.And(table, Logic.Not(table, back.Condition), rest)), exit));
        }
        if (returning.Count == 0)
            return from;

        // What the last one left with is what all others are compared with.
        bool goesOn = from.End is null;
        ImmutableDictionary<ISymbol, Node> variables = goesOn ? from.Variables : returning[returning.Count - 1].Exit.Variables;
        for (int position = returning.Count - (goesOn ? 1 : 2); position >= 0; position--)
            variables = MergeVariables(returning[position].Condition, returning[position].Exit.Variables, variables);
        return new FlowState(variables, [.. left], null);
    }

    // A variable without a value on one of the sides has none afterwards.
    private ImmutableDictionary<ISymbol, Node> MergeVariables(
        Node condition, ImmutableDictionary<ISymbol, Node> whenTrue, ImmutableDictionary<ISymbol, Node> whenFalse)
    {
        var merged = whenTrue;
        foreach (KeyValuePair<ISymbol, Node> variable in whenTrue)
        {
            if (!TryRead(whenFalse, variable.Key, out Node other))
                merged = merged.Remove(variable.Key);
            else if (!ReferenceEquals(variable.Value, other))
                merged = merged.SetItem(variable.Key, Chosen(variable.Key, condition, variable.Value, other));
        }
        foreach (KeyValuePair<ISymbol, Node> variable in whenFalse)
        {
            if (!whenTrue.ContainsKey(variable.Key) && TryRead(whenTrue, variable.Key, out Node other))
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
    private bool TryRead(ImmutableDictionary<ISymbol, Node> from, ISymbol variable, out Node value)
    {
        if (from.TryGetValue(variable, out value!))
            return true;
        value = (variable is IParameterSymbol parameter ? captures.Input(parameter) : null)!;
        return value is not null;
    }

    // Early returns are asked for in order, what is returned otherwise comes last.
    private Node Result(FlowState from) =>
        from.Exits.Reverse().Aggregate(from.End!.Value!, (rest, exit) => Logic.Choose(table, exit.Condition, exit.Exit.Value!, rest));
}
