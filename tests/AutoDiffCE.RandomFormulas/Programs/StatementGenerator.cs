using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Random bodies of formulas.</summary>
internal sealed class StatementGenerator(Dice dice, Scope scope, Names names, TermGenerator terms)
{
    public ImmutableArray<Statement> Body(bool givesRow, ImmutableArray<Input> inputs)
    {
        Sort result = givesRow ? Sort.Row : Sort.Real;
        List<Statement> statements = [];
        int count = dice.Chance(0.5) ? 0 : 1 + dice.Next(4);
        bool hasRows = inputs.Any(input => input.Sort == Sort.Row);
        for (int i = 0; i < count; i++)
            statements.AddRange(Next(hasRows, result));
        statements.Add(new Return(terms.Of(result, 3 + dice.Next(2))));
        return [.. statements];
    }

    private Statement[] Next(bool hasRows, Sort result)
    {
        Term[] locals = [.. scope.Variables.Where(variable => variable.Kind == TermKind.Local && variable.Sort is Sort.Real or Sort.Row)];
        return dice.Next(10) switch
        {
            < 5 => [Declaration(hasRows)],
            5 when locals.Length > 0 => [Assignment(dice.Pick<Term>(locals))],
            6 when locals.Length > 0 => [Branching(locals, result, 1)],
            7 => [new Branch(terms.Of(Sort.Truth, 2), [new Return(terms.Of(result, 2))], [])],
            8 when locals.Length > 0 && dice.Chance(0.3) => Repeated(dice.Pick<Term>(locals)),
            8 => InBothBranches(hasRows),
            9 when scope.Of(Sort.Real).FirstOrDefault(variable => variable.Kind == TermKind.Input) is { } parameter => [Assignment(parameter)],
            _ => [Declaration(hasRows)],
        };
    }

    // Assignments, and now and then a branch within a branch or a return.
    private Branch Branching(Term[] locals, Sort result, int depth)
    {
        Statement Inner() => depth > 0 && dice.Chance(0.25) ? Branching(locals, result, depth - 1)
            : dice.Chance(0.1) ? new Return(terms.Of(result, 1))
            : Assignment(dice.Pick<Term>(locals));
        return new Branch(terms.Of(Sort.Truth, 2), [Inner()], dice.Chance(0.5) ? [] : [Inner()]);
    }

    // The same step again and again.
    private Statement[] Repeated(Term variable)
    {
        Assign step = Assignment(variable);
        return [.. Enumerable.Repeat(step, 2 + dice.Next(3))];
    }

    private Declare Declaration(bool hasRows)
    {
        Sort sort = hasRows && dice.Chance(0.5)
            ? dice.Pick(Sort.Row, Sort.Row, Sort.Mask)
            : dice.Pick(Sort.Real, Sort.Real, Sort.Real, Sort.Truth, Sort.Whole);
        var declaration = new Declare(names.Next(), sort, terms.Of(sort, 2));
        scope.Add(Term.Variable(TermKind.Local, sort, declaration.Name));
        return declaration;
    }

    // double v; if (c) v = …; else v = …;
    private Statement[] InBothBranches(bool hasRows)
    {
        Sort sort = hasRows && dice.Chance(0.4) ? Sort.Row : Sort.Real;
        string name = names.Next();
        Assign Give() => new(name, TermKind.Local, "=", terms.Of(sort, 2));
        Statement[] statements = [new Declare(name, sort, null), new Branch(terms.Of(Sort.Truth, 2), [Give()], [Give()])];
        scope.Add(Term.Variable(TermKind.Local, sort, name));
        return statements;
    }

    private Assign Assignment(Term variable)
    {
        string symbol = dice.Pick("=", "+=", "-=", "*=", "/=");
        bool isOfSameSort = symbol == "=" || variable.Sort != Sort.Row || dice.Chance(0.5);
        Sort sort = isOfSameSort ? variable.Sort : Sort.Real;
        return new Assign(variable.Name, variable.Kind, symbol, symbol == "/=" && dice.Chance(0.8) ? terms.PositiveOf(sort, 2) : terms.Of(sort, 2));
    }
}
