using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Reference;

// What is made of a function of the elements of a row. What does not depend on its element is evaluated once: in 1600 bits, a row within a sum over a row is
// the difference between milliseconds and minutes.
internal sealed partial class Evaluation<N>
{
    // The sums around the term under evaluation, the innermost last.
    private readonly List<Loop> loops = [];

    private object Evaluate(Term term)
    {
        if (loops.Count == 0 || loops[^1].Varying.Contains(term))
            return Compute(term);
        Loop inner = loops[^1];
        if (inner.Constant.TryGetValue(term, out object? value))
            return value;
        loops.RemoveAt(loops.Count - 1);
        value = Evaluate(term);
        loops.Add(inner);
        inner.Constant.Add(term, value);
        return value;
    }

    private object OfTerms(Term term)
    {
        Traced<N>[] row = Elements(Evaluate(term.Operands[0]));
        var terms = new object[row.Length];
        loops.Add(new Loop(term));
        for (int index = 0; index < row.Length; index++)
        {
            variables[term.Name] = row[index];
            if (term.Alias.Length > 0)
                variables[term.Alias] = index;
            terms[index] = Evaluate(term.Operands[1]);
        }
        loops.RemoveAt(loops.Count - 1);
        return term.Combining switch
        {
            "Map" => terms.Select(Number).ToArray(),
            "Count" => Tape<N>.Constant(terms.Count(flag => (bool)flag), false),
            "Any" => terms.Any(flag => (bool)flag),
            "All" => terms.All(flag => (bool)flag),
            _ => Reduced(term.Combining, [.. terms.Select(Number)]),
        };
    }

    /// <summary>What is known of the body of a sum.</summary>
    private sealed class Loop
    {
        public Loop(Term sum) => Collect(sum.Operands[1], sum);

        /// <summary>The terms that depend on the element or its index.</summary>
        public HashSet<Term> Varying { get; } = new(ReferenceEqualityComparer.Instance);

        /// <summary>The values of those that do not.</summary>
        public Dictionary<Term, object> Constant { get; } = new(ReferenceEqualityComparer.Instance);

        private bool Collect(Term term, Term sum)
        {
            bool varies = term.Kind == TermKind.Bound && (term.Name == sum.Name || term.Name == sum.Alias);
            foreach (Term operand in term.Operands)
                varies |= Collect(operand, sum);
            if (varies)
                Varying.Add(term);
            return varies;
        }
    }
}
