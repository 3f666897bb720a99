using System.Collections.Immutable;
using System.Globalization;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Makes a program smaller as long as it still fails: a subtree becomes a leaf or one of its own parts, statements and inputs go.</summary>
internal static class Shrinker
{
    private const int Together = 12;

    /// <summary>The smallest program found.</summary>
    /// <param name="program">One that fails.</param>
    /// <param name="failing">Which of some programs fails in the same way; null for none.</param>
    /// <param name="until">When to stop.</param>
    public static LossProgram Shrink(LossProgram program, Func<IReadOnlyList<LossProgram>, LossProgram?> failing, DateTime until)
    {
        while (DateTime.UtcNow < until && Step(program, failing, until) is { } smaller)
            program = smaller;
        return program;
    }

    private static LossProgram? Step(LossProgram program, Func<IReadOnlyList<LossProgram>, LossProgram?> failing, DateTime until)
    {
        foreach (LossProgram[] candidates in Smaller(program).OrderBy(candidate => candidate.Size).Chunk(Together))
        {
            if (DateTime.UtcNow > until)
                return null;
            string name = program.Name.Split('_')[0] + "_";
            LossProgram[] named = [.. candidates.Select((candidate, index) => candidate with { Name = name + index.ToString(CultureInfo.InvariantCulture) })];
            if (failing(named) is { } smaller)
                return smaller;
        }
        return null;
    }

    private static IEnumerable<LossProgram> Smaller(LossProgram program)
    {
        int size = program.Size;
        return WithoutDeclarations(program)
            .Prepend(program with { Spelling = 0 })
            .Concat(Bodies(program.Body).Select(body => program with { Body = body }))
            .Where(candidate => candidate.Size < size && candidate.Body is [.., Return]);
    }

    private static IEnumerable<LossProgram> WithoutDeclarations(LossProgram program)
    {
        foreach (Input input in program.Inputs.Where(input => program.Inputs.Length > 1 && !IsMentioned(program, TermKind.Input, input.Name)))
        {
            LossProgram without = program with { Inputs = program.Inputs.Remove(input) };
            if (without.Reals.Length > 0)
                yield return without;
        }
        foreach (Capture capture in program.Captures.Where(capture => !IsMentioned(program, TermKind.Captured, capture.Name)))
            yield return program with { Captures = program.Captures.Remove(capture) };
    }

    private static bool IsMentioned(LossProgram program, TermKind kind, string name) =>
        program.Terms.Any(term => term.Mentions(kind, name))
        || LossProgram.Statements(program.Body).Any(statement => statement is Assign assign && assign.Name == name);

    private static IEnumerable<ImmutableArray<Statement>> Bodies(ImmutableArray<Statement> body)
    {
        for (int index = 0; index < body.Length; index++)
        {
            if (index < body.Length - 1)
                yield return body.RemoveAt(index);
            if (body[index] is Branch branch)
            {
                yield return [.. body[..index], .. branch.Then];
                yield return body.RemoveAt(index).InsertRange(index, branch.Then);
                yield return body.RemoveAt(index).InsertRange(index, branch.Otherwise);
                foreach (ImmutableArray<Statement> then in Bodies(branch.Then))
                    yield return body.SetItem(index, branch with { Then = then });
                foreach (ImmutableArray<Statement> otherwise in Bodies(branch.Otherwise))
                    yield return body.SetItem(index, branch with { Otherwise = otherwise });
            }
            foreach (Statement smaller in Statements(body[index]))
                yield return body.SetItem(index, smaller);
        }
    }

    private static IEnumerable<Statement> Statements(Statement statement) => statement switch
    {
        Declare { Value: { } value } declare => Terms(value).Select(term => declare with { Value = term }),
        Assign assign => Terms(assign.Value).Select(term => assign with { Value = term }),
        Branch branch => Terms(branch.Condition).Select(term => branch with { Condition = term }),
        Return result => Terms(result.Value).Select(term => new Return(term)),
        _ => [],
    };

    private static IEnumerable<Term> Terms(Term term)
    {
        foreach (Term part in term.Operands.SelectMany(operand => operand.Everything).Where(part => part.Sort == term.Sort && !IsFree(part, term)))
            yield return part;
        if (term.Sort == Sort.Real && term.Operands.Length > 0)
            yield return Term.Number(1);
        for (int index = 0; index < term.Operands.Length; index++)
        {
            foreach (Term smaller in Terms(term.Operands[index]))
                yield return term with { Operands = term.Operands.SetItem(index, smaller) };
        }
    }

    // A part of a lambda that reads its parameters means nothing outside of it.
    private static bool IsFree(Term part, Term whole) =>
        whole.Everything.Any(term => term.Kind == TermKind.OfTerms && part != term && term.Operands[1].Everything.Contains(part)
            && (part.Mentions(TermKind.Bound, term.Name) || (term.Alias.Length > 0 && part.Mentions(TermKind.Bound, term.Alias))));
}
