using System.Collections.Immutable;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>
/// Runs a program on one sample, as C# would, statement by statement, and differentiates it by the kinks that the README states. It knows
/// programs, not the compiler under test: they share nothing.
/// </summary>
internal sealed partial class Evaluation<N>
    where N : INumber<N>
{
    private readonly LossProgram program;
    private readonly Sample sample;
    private readonly Tape<N> tape = new();
    private readonly Dictionary<string, object> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> captures = new(StringComparer.Ordinal);
    private readonly List<Traced<N>[]> inputs = [];

    // Whether a condition of the sample has decided already that something is not returned.
    private bool isChosen;
    private (int Input, int Element, N Offset)? change;
    private StoppedNumbers<N>? stopped;

    private Evaluation(LossProgram program, Sample sample)
    {
        this.program = program;
        this.sample = sample;
    }

    /// <summary>Value and gradient of Σ upstream · value.</summary>
    /// <param name="program">The program.</param>
    /// <param name="sample">Its inputs.</param>
    /// <param name="upstream">A factor for each element of the value; none for 1.</param>
    /// <param name="isWeighted">Whether what flows back is multiplied with a weight from the beginning, as under a lifted label.</param>
    /// <param name="change">What is added to one element of one real input.</param>
    /// <param name="stopped">What is stopped, where it does not follow that change.</param>
    public static Outcome<N> Run(
        LossProgram program,
        Sample sample,
        ReadOnlySpan<double> upstream,
        bool isWeighted = false,
        (int Input, int Element, N Offset)? change = null,
        StoppedNumbers<N>? stopped = null)
    {
        var evaluation = new Evaluation<N>(program, sample) { change = change, stopped = stopped };
        Traced<N>[] results = evaluation.Evaluate();
        List<(int, N)> seeds = [];
        for (int element = 0; element < results.Length; element++)
        {
            N seed = N.Of(upstream.Length == 0 ? 1 : upstream[element], false);
            seeds.Add((results[element].Place, isWeighted ? N.Rounded(seed) : seed));
        }
        N[] adjoints = evaluation.tape.Adjoints(seeds);
        return new Outcome<N>(
            [.. results.Select(result => result.Value)],
            [.. evaluation.inputs.Select(input => input.Select(element => adjoints[element.Place]).ToArray())],
            evaluation.tape.IsOpen,
            evaluation.tape.IsBendOpen,
            evaluation.tape.HasStrongZero);
    }

    private Traced<N>[] Evaluate()
    {
        int whole = 0;
        foreach (Input input in program.Inputs)
        {
            if (input.Sort == Sort.Whole)
            {
                variables[input.Name] = sample.Wholes[whole++];
                continue;
            }
            Traced<N>[] elements = [.. sample.Reals[inputs.Count].Select((number, element) => tape.Variable(
                change is { } at && at.Input == inputs.Count && at.Element == element ? N.Of(number, false) + at.Offset : N.Of(number, false)))];
            inputs.Add(elements);
            variables[input.Name] = input.Sort == Sort.Row ? elements : elements[0];
        }
        foreach (Capture capture in program.Captures)
        {
            captures[capture.Name] = capture.Sort switch
            {
                Sort.Real => Tape<N>.Constant(capture.Value),
                Sort.Whole => (int)capture.Value,
                Sort.Truth => capture.Value != 0,
                _ => capture.Row(sample.Classes).Select(element => Tape<N>.Constant(element)).ToArray(),
            };
        }
        object result = Run(program.Body) ?? throw new InvalidOperationException("The formula returns nothing.");
        return program.GivesRow ? Elements(result) : [Number(result)];
    }

    private object? Run(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Declare declare:
                    if (declare.Value is not null)
                        variables[declare.Name] = Converted(Evaluate(declare.Value), declare.Sort);
                    break;
                case Assign assign:
                    object assigned = Evaluate(assign.Value);
                    if (assign.Operator != "=")
                        assigned = Elementwise([variables[assign.Name], assigned], x => Arithmetic(assign.Operator[0], x[0], x[1]));
                    variables[assign.Name] = variables.TryGetValue(assign.Name, out object? old) && old is Traced<N> ? Number(assigned) : assigned;
                    break;
                case Branch branch:
                    if (Run((bool)Evaluate(branch.Condition) ? branch.Then : branch.Otherwise) is { } returned)
                        return IsShared(branch.Condition) ? returned : Unshared(returned);
                    if (!IsShared(branch.Condition))
                        Choose(branch);
                    break;
                case Return result:
                    object value = Converted(Evaluate(result.Value), program.GivesRow ? Sort.Row : Sort.Real);
                    return isChosen ? Unshared(value) : value;
            }
        }
        return null;
    }

    // A sample's condition chooses between what a variable is in either branch, and between what is returned there and what is returned later.
    private void Choose(Branch branch)
    {
        foreach (Statement statement in Below(branch))
        {
            if (statement is Assign assign)
                variables[assign.Name] = Unshared(variables[assign.Name]);
            isChosen |= statement is Return;
        }
    }

    private static IEnumerable<Statement> Below(Branch branch) =>
        branch.Then.Concat(branch.Otherwise).SelectMany(statement => statement is Branch inner ? Below(inner).Append(inner) : [statement]);

    private static object Converted(object value, Sort sort) => sort == Sort.Real ? Number(value) : value;

    private static Traced<N> Number(object value) => value is int whole ? Tape<N>.Constant(whole) : (Traced<N>)value;

    private Traced<N>[] Elements(object value) => value as Traced<N>[] ?? [.. Enumerable.Repeat(Number(value), sample.Classes)];

    private object Elementwise(object[] operands, Func<Traced<N>[], Traced<N>> function)
    {
        if (!operands.Any(operand => operand is Traced<N>[] or bool[]))
            return function([.. operands.Select(Number)]);
        Traced<N>[][] rows = [.. operands.Select(Elements)];
        return Enumerable.Range(0, sample.Classes).Select(index => function([.. rows.Select(row => row[index])])).ToArray();
    }

    private object Compute(Term term)
    {
        object Operand(int index) => Evaluate(term.Operands[index]);
        // A whole number of the sample is a number of the sample.
        object AsNumber(int index)
        {
            object operand = Operand(index);
            return operand is int whole && !IsShared(term.Operands[index]) ? Tape<N>.Constant(whole, false) : operand;
        }

        switch (term.Kind)
        {
            case TermKind.Number:
                return term.Sort == Sort.Whole ? (int)term.Value : Tape<N>.Constant(term.Value);
            case TermKind.Captured:
                return captures[term.Name];
            case TermKind.Input or TermKind.Local or TermKind.Bound:
                return variables[term.Name];
            case TermKind.Negate:
                return Operand(0) is int opposite ? -opposite : Elementwise([Operand(0)], x => Negated(x[0]));
            case TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Divide:
                tape.IsOpen |= term.Kind == TermKind.Divide && IsCapturedZero(term.Operands[1]);
                char symbol = term.Kind switch { TermKind.Add => '+', TermKind.Subtract => '-', TermKind.Multiply => '*', _ => '/' };
                return term.Sort == Sort.Whole
                    ? Whole(symbol, (int)Operand(0), (int)Operand(1))
                    : Elementwise([AsNumber(0), AsNumber(1)], x => Arithmetic(symbol, x[0], x[1]));
            case TermKind.Call when term.Sort is Sort.Truth or Sort.Mask:
                return AsNumber(0) is Traced<N>[] row ? row.Select(element => Is(term.Function, element.Value)).ToArray() : Is(term.Function, Number(AsNumber(0)).Value);
            case TermKind.Call:
                tape.IsOpen |= term.Function == "Reciprocal" && IsCapturedZero(term.Operands[0]);
                return Elementwise([.. term.Operands.Select((_, index) => AsNumber(index))], x => Call(term.Function, x));
            case TermKind.Compare:
                return Compare(term.Name, AsNumber(0), AsNumber(1));
            case TermKind.And or TermKind.Or or TermKind.ExclusiveOr or TermKind.Not:
                return Combine(term);
            case TermKind.Conditional:
                return Chosen(term, Converted((bool)Operand(0) ? Operand(1) : Operand(2), term.Sort));
            case TermKind.Where:
                return Where(term, Operand(1), Operand(2));
            case TermKind.Reduce:
                return Reduce(term, [.. term.Operands.Select(Evaluate)]);
            case TermKind.Normalize:
                return OfRow(term.Name, [.. term.Operands.Select((_, index) => Elements(Operand(index)))]);
            case TermKind.Index:
                return Enumerable.Range(0, sample.Classes).Select(index => Tape<N>.Constant(index)).ToArray();
            case TermKind.OneHot:
                int hot = (int)Operand(0);
                return Enumerable.Range(0, sample.Classes).Select(index => Tape<N>.Constant(index == hot ? 1 : 0, false)).ToArray();
            case TermKind.With:
                Traced<N>[] changed = [.. Elements(Operand(0))];
                changed[Position(term.Operands[1])] = Number(Operand(2));
                return Chosen(term, changed);
            case TermKind.Element:
                return Chosen(term, Elements(Operand(0))[Position(term.Operands[1])]);
            case TermKind.Length:
                return sample.Classes;
            case TermKind.OfTerms:
                return OfTerms(term);
            default:
                throw new InvalidOperationException($"{term.Kind} has no value.");
        }
    }

    private static int Whole(char symbol, int x, int y) => symbol switch { '+' => x + y, '-' => x - y, _ => x * y };

    // A scale that is captured, or is a power of what is, is taken to be different from zero.
    private bool IsCapturedZero(Term scale) => scale.Kind == TermKind.Call && scale.Function == "Pow"
        ? IsCapturedZero(scale.Operands[0])
        : scale is { Kind: TermKind.Captured, Sort: Sort.Real or Sort.Whole } && Number(Evaluate(scale)).Value.IsZero;

    private int Position(Term position) => position.Kind == TermKind.FromEnd ? sample.Classes - (int)Evaluate(position.Operands[0]) : (int)Evaluate(position);

    private object Where(Term term, object then, object otherwise)
    {
        Term condition = term.Operands[0];
        object value = Evaluate(condition);
        if (value is bool holds)
            return Chosen(term, term.Sort == Sort.Row ? Elements(holds ? then : otherwise) : Number(holds ? then : otherwise));
        bool[] mask = (bool[])value;
        Traced<N>[] taken = Elements(then), other = Elements(otherwise);
        return Chosen(term, mask.Select((isTaken, index) => isTaken ? taken[index] : other[index]).ToArray());
    }

    // What is chosen by the sample, or from what the sample has, is the sample's own.
    private static object Chosen(Term choice, object value)
    {
        if (choice.Operands.All(operand => IsShared(operand) || operand is { Kind: TermKind.Bound, Sort: Sort.Whole }))
            return value;
        return Unshared(value);
    }

    private static object Unshared(object value) => value switch
    {
        Traced<N> number => Unshared(number),
        Traced<N>[] row => row.Select(Unshared).ToArray(),
        _ => value,
    };

    private static Traced<N> Unshared(Traced<N> number) => number with { Value = N.Unshared(number.Value) };

    private static bool IsShared(Term term) =>
        term.Kind is TermKind.Number or TermKind.Captured or TermKind.Length or TermKind.Index
        || (term.Kind is not (TermKind.Input or TermKind.Local or TermKind.Bound) && term.Operands.All(IsShared));

    private object Combine(Term term)
    {
        object left = Evaluate(term.Operands[0]);
        if (term.Kind == TermKind.Not)
            return left is bool truth ? !truth : ((bool[])left).Select(flag => !flag).ToArray();
        if (left is bool first)
        {
            return term.Kind switch
            {
                TermKind.And => first && (bool)Evaluate(term.Operands[1]),
                TermKind.Or => first || (bool)Evaluate(term.Operands[1]),
                _ => first ^ (bool)Evaluate(term.Operands[1]),
            };
        }
        bool[] right = (bool[])Evaluate(term.Operands[1]);
        return ((bool[])left).Select((flag, index) => term.Kind switch
        {
            TermKind.And => flag & right[index],
            TermKind.Or => flag | right[index],
            _ => flag ^ right[index],
        }).ToArray();
    }
}
