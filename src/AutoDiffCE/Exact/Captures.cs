using System.ComponentModel;

namespace AutoDiffCE.Exact;

/// <summary>What a formula captures from its loss, in the formula's order: one number, or one row, each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Captures
{
    private readonly double[][] values;
    private readonly Dictionary<(ExactNode Node, int Precision, int Classes), SharedNumbers> shared = [];

    /// <summary>Takes what is captured.</summary>
    /// <param name="values">Numbers, as one element, and rows; a row without elements is all ones.</param>
    public Captures(params double[][] values)
    {
        this.values = values;
    }

    /// <summary>Of a formula that captures nothing.</summary>
    public static Captures None => new();

    /// <summary>Whether something is NaN, so that every sample may be.</summary>
    internal bool HasNaN => Array.Exists(values, value => Array.Exists(value, double.IsNaN));

    /// <summary>The numbers of a node that all samples share, which are computed once for each precision.</summary>
    internal SharedNumbers Shared(ExactNode node, int precision, int classes, Func<SharedNumbers> compute)
    {
        if (!shared.TryGetValue((node, precision, classes), out SharedNumbers? numbers))
            shared[(node, precision, classes)] = numbers = compute();
        return numbers;
    }

    internal double Number(int position) => values[position][0];

    internal double Element(int position, int index) => values[position].Length == 0 ? 1 : values[position][index];
}

/// <summary>The numbers of a node that all samples share.</summary>
/// <param name="Balls">The numbers.</param>
/// <param name="LackDigits">Whether one is unknown for want of digits.</param>
internal sealed record SharedNumbers(Ball[] Balls, bool LackDigits);
