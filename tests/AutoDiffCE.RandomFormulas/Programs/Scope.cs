using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>The variables that a term may mention.</summary>
internal sealed class Scope
{
    public ImmutableArray<Term> Variables { get; set; } = [];

    public Term[] Of(Sort sort) => [.. Variables.Where(variable => variable.Sort == sort)];

    public void Add(Term variable) => Variables = Variables.Add(variable);
}
