using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>One class marked [Loss].</summary>
internal sealed record LossProgram(
    string Name,
    ImmutableArray<Input> Inputs,
    ImmutableArray<Capture> Captures,
    ImmutableArray<Statement> Body,
    bool GivesRow)
{
    /// <summary>In which way it is written, of those that mean the same; 0 for the plain one.</summary>
    public int Spelling { get; init; }

    /// <summary>The real inputs, in order.</summary>
    public ImmutableArray<Input> Reals => [.. Inputs.Where(input => input.Sort != Sort.Whole)];

    /// <summary>The integers, in order.</summary>
    public ImmutableArray<Input> Wholes => [.. Inputs.Where(input => input.Sort == Sort.Whole)];

    public bool HasRows => Inputs.Any(input => input.Sort == Sort.Row);

    /// <summary>What the gradient is taken by: the marked ones, or the first real one.</summary>
    public ImmutableArray<Input> Differentiated => Inputs.Any(input => input.IsMarked) ? [.. Inputs.Where(input => input.IsMarked)] : [Reals[0]];

    /// <summary>All terms of the body.</summary>
    public IEnumerable<Term> Terms => Statements(Body).SelectMany(Own).SelectMany(term => term.Everything);

    /// <summary>How long a row must be for the fixed places that are read.</summary>
    public int MinClasses => Terms.Where(term => term.Kind is TermKind.Element or TermKind.With)
        .Select(term => term.Operands[1])
        .Select(position => position.Kind == TermKind.Number ? 1 + (int)position.Value : 1)
        .DefaultIfEmpty(1).Max();

    public int Size => Terms.Count() + Statements(Body).Count() + Inputs.Length + Captures.Length + (Spelling == 0 ? 0 : 1);

    /// <summary>Every statement, those of branches too.</summary>
    public static IEnumerable<Statement> Statements(IEnumerable<Statement> statements) => statements.SelectMany(statement =>
        statement is Branch branch ? Statements(branch.Then).Concat(Statements(branch.Otherwise)).Prepend(statement) : [statement]);

    /// <summary>The terms that a statement itself holds.</summary>
    public static IEnumerable<Term> Own(Statement statement) => statement switch
    {
        Declare { Value: { } value } => [value],
        Assign assign => [assign.Value],
        Branch branch => [branch.Condition],
        Return result => [result.Value],
        _ => [],
    };
}
