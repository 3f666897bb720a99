namespace AutoDiffCE.Tests.Support;

/// <summary>
/// Softmax cross-entropy of one row and label in double, written for accuracy and for nothing else: every exponent is the difference of two
/// logits, taken exactly, small terms are added first, and the label is left out of the sum, so that no loss is too small. Good to about 1e-15
/// of each result.
/// </summary>
internal sealed class SoftmaxReference
{
    private readonly double[] row;
    private readonly int label;
    private readonly double largestOther;
    private readonly double sumOfOthers;

    public SoftmaxReference(double[] row, int label)
    {
        (this.row, this.label) = (row, label);
        double[] others = [.. row.Where((_, c) => c != label)];
        largestOther = others.DefaultIfEmpty(double.NegativeInfinity).Max();
        sumOfOthers = double.IsNegativeInfinity(largestOther) ? 0 : others.Order().Sum(other => ExpOfDifference(other, largestOther));
        LogOdds = sumOfOthers == 0 ? double.NegativeInfinity : Math.Log(sumOfOthers) + (largestOther - row[label]);
        Value = ValueOf();
    }

    /// <summary>log((1 − p) / p), p being the label's probability.</summary>
    public double LogOdds { get; }

    /// <summary>−log p.</summary>
    public double Value { get; }

    /// <summary>The condition number: by how many units in the last place the value is off, for each unit that its operations are off.</summary>
    public double ValueCondition => double.IsFinite(LogOdds) ? 1 + Math.Max(0, -LogOdds) : 1;

    /// <summary>∂value/∂row[c]: p_c − [c = label].</summary>
    public double Gradient(int c)
    {
        if (c != label && double.IsNegativeInfinity(row[c]))
            return 0;
        if (double.IsNegativeInfinity(row[label]))
            return c == label ? -1 : ExpOfDifference(row[c], largestOther) / sumOfOthers;
        // 1 − p and p_c in terms of the odds, whichever way they stay below infinity
        if (c == label)
            return -OddsOver(sumOfOthers, largestOther);
        double share = ExpOfDifference(row[c], largestOther);
        return share == 0 ? 0 : OddsOver(share, largestOther);
    }

    /// <summary>The condition number of <see cref="Gradient"/>.</summary>
    public double GradientCondition(int c) =>
        ValueCondition + (c == label || double.IsInfinity(row[c]) ? 0 : largestOther - row[c]);

    // weight·e^shift / (e^label + Σ others)
    private double OddsOver(double weight, double shift)
    {
        if (weight == 0)
            return 0;
        return shift > row[label]
            ? weight / (sumOfOthers + ExpOfDifference(row[label], shift))
            : weight * ExpOfDifference(shift, row[label]) / (1 + (sumOfOthers * ExpOfDifference(shift, row[label])));
    }

    // log(1 + odds)
    private double ValueOf()
    {
        if (sumOfOthers == 0)
            return 0;
        if (double.IsNegativeInfinity(row[label]))
            return double.PositiveInfinity;
        return largestOther <= row[label]
            ? LossMath.LogP1(sumOfOthers * ExpOfDifference(largestOther, row[label]))
            : largestOther - row[label] + Math.Log(sumOfOthers + ExpOfDifference(row[label], largestOther));
    }

    // e^(a − b) with a − b = difference + lost exactly
    private static double ExpOfDifference(double a, double b)
    {
        double difference = a - b;
        if (!double.IsFinite(difference))
            return Math.Exp(difference);
        double virtualB = a - difference;
        double lost = a - (difference + virtualB) + (virtualB - b);
        return Math.Exp(difference) * (1 + lost);
    }
}
