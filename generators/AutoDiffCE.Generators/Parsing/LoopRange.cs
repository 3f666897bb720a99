using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The indices that a loop over a row visits.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="IncludesLow">Whether that is visited, too.</param>
/// <param name="High">Where it ends.</param>
/// <param name="IncludesHigh">Whether that is visited, too.</param>
internal sealed record LoopRange(Node Low, bool IncludesLow, Node High, bool IncludesHigh)
{
    public bool StartsAtZero => Parts(Low) is (null, var number) && number + (IncludesLow ? 0 : 1) == 0;

    public bool EndsAtLength => Parts(High) is ({ Operation: Operation.Length }, var number) && number + (IncludesHigh ? 1 : 0) == 0;

    /// <summary>Whether no index is outside of the row, whatever the inputs are: ends are numbers, labels, indices of loops around, or the length.</summary>
    public bool IsWithinRow => BeginsWithin && EndsWithin;

    private bool BeginsWithin => Parts(Low) is (var from, var number) && from?.Operation != Operation.Length && number + (IncludesLow ? 0 : 1) >= 0;

    // A label is at most the last index, and with extra classes so much more.
    private bool EndsWithin => Parts(High) is ({ } to, var number)
        && number + (IncludesHigh ? 1 : 0) <= (to.Operation == Operation.Length ? 0 : to.Operation == Operation.Label ? 1 - Math.Max(to.Value, 0) : 1);

    // What is added up to a whole number and at most one label, index or length; null for anything else.
    private static (Node? Variable, double Number)? Parts(Node node)
    {
        switch (node.Operation)
        {
            case Operation.Constant:
                return (null, node.Value);
            case Operation.Label or Operation.Index or Operation.Length:
                return (node, 0);
            case Operation.Negate when Parts(node.First) is (null, var number):
                return (null, -number);
            case Operation.Add:
                (Node? Variable, double Number) sum = (null, 0);
                foreach (Node term in node.Operands)
                {
                    if (Parts(term) is not var (variable, number) || (variable is not null && sum.Variable is not null))
                        return null;
                    sum = (sum.Variable ?? variable, sum.Number + number);
                }
                return sum;
            default:
                return null;
        }
    }
}
