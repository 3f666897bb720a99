using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>An expression of a formula.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sort">Its type.</param>
/// <param name="Operands">What it does it to.</param>
/// <param name="Name">The name of a variable, a function, an operator, or the element of a lambda.</param>
/// <param name="Alias">The index of a lambda, if it has one.</param>
/// <param name="Value">The value of a number.</param>
internal sealed record Term(TermKind Kind, Sort Sort, ImmutableArray<Term> Operands, string Name = "", string Alias = "", double Value = 0)
{
    /// <summary>What is made of the terms of a lambda: Sum, Map and their like.</summary>
    public string Combining { get; init; } = "Sum";

    public static Term Number(double value, string text = "") => new(TermKind.Number, Sort.Real, [], text, Value: value);

    public static Term Whole(int value) => new(TermKind.Number, Sort.Whole, [], Value: value);

    public static Term Variable(TermKind kind, Sort sort, string name) => new(kind, sort, [], name);

    public static Term Of(TermKind kind, Sort sort, params ReadOnlySpan<Term> operands) => new(kind, sort, [.. operands]);

    public static Term Named(TermKind kind, Sort sort, string name, params ReadOnlySpan<Term> operands) => new(kind, sort, [.. operands], name);

    /// <summary>A function of numbers; of rows, if one of its operands is one.</summary>
    public static Term Call(string name, params ReadOnlySpan<Term> operands) => Named(TermKind.Call, Joined(operands), name, operands);

    /// <summary>Row if any of the operands is a row, else double.</summary>
    public static Sort Joined(ReadOnlySpan<Term> operands)
    {
        foreach (Term operand in operands)
        {
            if (operand.Sort is Sort.Row or Sort.Mask)
                return Sort.Row;
        }
        return Sort.Real;
    }

    /// <summary>The function behind a spelling: Exp for Math.Exp.</summary>
    public string Function => Name[(Name.LastIndexOf('.') + 1)..];

    public int Size => 1 + Operands.Sum(operand => operand.Size);

    public IEnumerable<Term> Everything => Operands.SelectMany(operand => operand.Everything).Prepend(this);

    /// <summary>Whether a variable of this kind and name is in it.</summary>
    public bool Mentions(TermKind kind, string name) => Everything.Any(term => term.Kind == kind && term.Name == name);
}
