using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>A statement of a formula.</summary>
internal abstract record Statement;

/// <summary>A local and its first value; without one where both sides of the branch that follows assign it.</summary>
internal sealed record Declare(string Name, Sort Sort, Term? Value) : Statement;

/// <summary>An assignment to a local or a parameter, <c>=</c> or compound.</summary>
internal sealed record Assign(string Name, TermKind Kind, string Operator, Term Value) : Statement;

/// <summary>if, else.</summary>
internal sealed record Branch(Term Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Otherwise) : Statement;

/// <summary>The result.</summary>
internal sealed record Return(Term Value) : Statement;
