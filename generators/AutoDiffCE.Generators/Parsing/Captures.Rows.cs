using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Captured rows whose elements are captured one by one, as numbers.</summary>
internal sealed partial class Captures
{
    private readonly Dictionary<ISymbol, (int Reads, int Elements)> rows = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(string Access, string Part), Node> parts = [];

    /// <summary>Rows of which nothing was read but elements that all samples share, and their length.</summary>
    public HashSet<ISymbol> RowsOfElements => new(rows.Where(row => row.Value.Reads == row.Value.Elements).Select(row => row.Key), SymbolEqualityComparer.Default);

    /// <summary>Takes into account that a row is read for such an element.</summary>
    public void NoteElement(ISymbol row)
    {
        rows.TryGetValue(row, out (int Reads, int Elements) counts);
        rows[row] = counts with { Elements = counts.Elements + 1 };
    }

    /// <summary>An element of a row, or its length: a number.</summary>
    /// <param name="row">A member or a parameter of the class.</param>
    /// <param name="part">What follows its name in C#.</param>
    /// <param name="name">What follows it in a name.</param>
    /// <param name="isInteger">Whether it is an int.</param>
    public Node PartOf(ISymbol row, string part, string name, bool isInteger)
    {
        string access = row is IParameterSymbol ? CSharpNames.Escape(row.Name) : Access(row);
        if (parts.TryGetValue((access, part), out Node? known))
            return known;
        string unique = NumberedName(row.Name + name);
        hyperParameters.Add(new HyperParameter(unique, IsRow: false, access + part, IsInteger: isInteger)
        {
            Spelling = row.Name + part,
            IsExpression = true,
        });
        return parts[(access, part)] = table.HyperParameter(unique);
    }

    private void NoteRow(ISymbol symbol, FormulaType type)
    {
        if (type is not (FormulaType.Row or FormulaType.Array))
            return;
        rows.TryGetValue(symbol, out (int Reads, int Elements) counts);
        rows[symbol] = counts with { Reads = counts.Reads + 1 };
    }
}
