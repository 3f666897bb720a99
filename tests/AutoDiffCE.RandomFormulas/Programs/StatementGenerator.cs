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
            6 when locals.Length > 0 =>
                [new Branch(terms.Of(Sort.Truth, 2), [Assignment(dice.Pick<Term>(locals))], dice.Chance(0.5) ? [] : [Assignment(dice.Pick<Term>(locals))])],
            7 => [new Branch(terms.Of(Sort.Truth, 2), [new Return(terms.Of(result, 2))], [])],
            8 => InBothBranches(hasRows),
            9 when scope.Of(Sort.Real).FirstOrDefault(variable => variable.Kind == TermKind.Input) is { } parameter => [Assignment(parameter)],
            _ => [Declaration(hasRows)],
        };
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
        string symbol = dice.Pick("=", "+=", "-=", "*=");
        bool isOfSameSort = symbol == "=" || variable.Sort != Sort.Row || dice.Chance(0.5);
        return new Assign(variable.Name, variable.Kind, symbol, terms.Of(isOfSameSort ? variable.Sort : Sort.Real, 2));
    }
}
