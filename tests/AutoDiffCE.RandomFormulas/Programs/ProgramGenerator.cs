using System.Collections.Immutable;
using System.Globalization;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>
/// Random losses over the whole language: well typed, mostly of a shape that means something, now and then a strange one.
/// A seed and a number make the same program everywhere.
/// </summary>
internal sealed class ProgramGenerator
{
    private readonly Dice dice;
    private readonly Names names;
    private readonly Scope scope = new();
    private readonly TermGenerator terms;
    private readonly string name;

    private ProgramGenerator(ulong seed, int number)
    {
        dice = new Dice(seed, (uint)number);
        names = new Names(dice, dice.Chance(0.12));
        terms = new TermGenerator(dice, scope, names);
        name = "Loss" + number.ToString(CultureInfo.InvariantCulture);
    }

    public static LossProgram Generate(ulong seed, int number) => new ProgramGenerator(seed, number).Generate();

    private LossProgram Generate()
    {
        ImmutableArray<Input> inputs = Inputs();
        ImmutableArray<Capture> captures = Captures(inputs.Any(input => input.Sort == Sort.Row));
        bool givesRow = inputs.Any(input => input.Sort == Sort.Row) && dice.Chance(0.12);
        foreach (Input input in inputs)
            scope.Add(Term.Variable(TermKind.Input, input.Sort, input.Name));
        foreach (Capture capture in captures)
            scope.Add(Captured(capture));
        terms.Describe(inputs);

        ImmutableArray<Statement> body = new StatementGenerator(dice, scope, names, terms).Body(givesRow, inputs);
        var program = new LossProgram(name, inputs, captures, body, givesRow);
        HashSet<string> captured = [.. program.Terms.Where(term => term.Kind == TermKind.Captured).Select(term => term.Name)];
        program = WithEveryGradient(WithLabels(program with { Captures = [.. captures.Where(capture => captured.Contains(capture.Name))] }));
        return program with { Spelling = dice.Chance(0.5) ? 0 : 1 + dice.Next(int.MaxValue) };
    }

    // double[] is a row by conversion only: it has none of its operators.
    private Term Captured(Capture capture)
    {
        Term variable = Term.Variable(TermKind.Captured, capture.Sort, capture.Name);
        return capture.IsArray ? Term.Call(dice.Pick("Log", "Sqrt", "Abs"), variable) : variable;
    }

    private ImmutableArray<Input> Inputs()
    {
        Sort[] sorts = dice.Next(10) switch
        {
            < 4 => [Sort.Row, Sort.Whole],
            < 6 => [Sort.Real, Sort.Real],
            6 => [Sort.Row, Sort.Row],
            7 => [Sort.Row],
            _ => [.. Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => dice.Chance(0.5) ? Sort.Row : Sort.Real),
                .. Enumerable.Range(0, dice.Next(3)).Select(_ => Sort.Whole)],
        };
        if (sorts.Length > 2 && dice.Chance(0.3))
            sorts = [.. sorts.OrderBy(_ => dice.Next(100))];
        bool areMarked = dice.Chance(0.25);
        Input[] inputs = [.. sorts.Select(sort => new Input(names.Next(), sort, areMarked && sort != Sort.Whole && dice.Chance(0.6), DomainOf(sort)))];
        return [.. inputs];
    }

    private Domain DomainOf(Sort sort) =>
        sort == Sort.Whole || dice.Chance(0.6) ? Domain.Any : dice.Pick(Domain.Positive, Domain.Unit, Domain.Flag, Domain.Any);

    private ImmutableArray<Capture> Captures(bool hasRows)
    {
        int count = dice.Chance(0.4) ? 0 : 1 + dice.Next(3);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            Sort sort = dice.Next(10) switch { < 5 => Sort.Real, 5 => Sort.Whole, 6 => Sort.Truth, _ => hasRows ? Sort.Row : Sort.Real };
            CapturePlace place = dice.Chance(0.4) ? CapturePlace.Constructor : dice.Pick(CapturePlace.Field, CapturePlace.Property, CapturePlace.Constant);
            if (sort == Sort.Row && place == CapturePlace.Constant)
                place = CapturePlace.Constructor;
            double value = sort switch
            {
                Sort.Real => dice.Pick(0.5, 1, 2, 0.1, 0.7, 1.5, 3, 1e-8, 0.999999, 0, dice.Between(0.1, 3)),
                Sort.Whole => dice.Next(4),
                Sort.Truth => dice.Next(2),
                _ => dice.Unit(),
            };
            return new Capture(names.Next(), sort, place, sort == Sort.Row && dice.Chance(0.3), value);
        })];
    }

    // Beside a row an integer is most often a label: if nothing else reads it, the result does.
    private LossProgram WithLabels(LossProgram program)
    {
        Input? unused = program.Wholes.FirstOrDefault(input => !program.Terms.Any(term => term.Mentions(TermKind.Input, input.Name)));
        Input? row = program.Inputs.FirstOrDefault(input => input.Sort == Sort.Row);
        if (unused is null)
            return program;
        Term label = Term.Variable(TermKind.Input, Sort.Whole, unused.Name);
        Term addend = row is null ? label : Term.Of(TermKind.Element, Sort.Real, Term.Variable(TermKind.Input, Sort.Row, row.Name), label);
        return WithLabels(WithAddend(program, dice.Chance(0.5) ? TermKind.Subtract : TermKind.Multiply, addend));
    }

    // A formula must depend on what it is differentiated by.
    private LossProgram WithEveryGradient(LossProgram program)
    {
        foreach (Input input in program.Differentiated)
        {
            Term variable = Term.Variable(TermKind.Input, input.Sort, input.Name);
            bool isReduced = input.Sort == Sort.Row && !program.GivesRow;
            if (!program.Terms.Any(term => term.Mentions(TermKind.Input, input.Name)))
                program = WithAddend(program, TermKind.Add, isReduced ? Term.Named(TermKind.Reduce, Sort.Real, "Mean", variable) : variable);
        }
        return program;
    }

    private static LossProgram WithAddend(LossProgram program, TermKind kind, Term addend)
    {
        var last = (Return)program.Body[^1];
        return program with { Body = program.Body.SetItem(program.Body.Length - 1, new Return(Term.Of(kind, last.Value.Sort, last.Value, addend))) };
    }
}
