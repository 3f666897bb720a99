namespace AutoDiffCE;

// What depends on the order of a row, or on that of its elements.
public static partial class LossMath
{
    /// <summary>The first class that has the largest value; the first that is NaN where there is one; −1 for the empty row.</summary>
    /// <remarks>An index: <c>x[ArgMax(p)]</c> is an element. It has no derivative.</remarks>
    public static int ArgMax(Row x) => FirstOf(x, Max(x));

    /// <summary>The first class that has the smallest value; the first that is NaN where there is one; −1 for the empty row.</summary>
    /// <remarks>An index: <c>x[ArgMin(p)]</c> is an element. It has no derivative.</remarks>
    public static int ArgMin(Row x) => FirstOf(x, Min(x));

    /// <summary>The values from the smallest to the largest; NaN before all of them, as in <see cref="Array.Sort(Array)"/>.</summary>
    /// <remarks>Derivative: that of each element goes to where it came from; of several that are equal, the first is the first. It costs O(C³).</remarks>
    public static Row Sort(Row x) => Sort(x, x);

    /// <summary>The items in the order of their keys, from the smallest to the largest; those of equal keys in the order in which they stand.</summary>
    /// <param name="keys">What the order is that of; NaN is before all numbers.</param>
    /// <param name="items">What is put into that order.</param>
    /// <remarks>Derivative: by the items, that of each goes to where it came from; by the keys there is none. It costs O(C³).</remarks>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Sort(Row keys, Row items) => InOrder(keys, items, static (x, y) => x.CompareTo(y));

    /// <summary>The values from the largest to the smallest; NaN behind all of them.</summary>
    /// <remarks>Derivative: that of each element goes to where it came from; of several that are equal, the first is the first. It costs O(C³).</remarks>
    public static Row SortDescending(Row x) => InOrder(x, x, static (x, y) => y.CompareTo(x));

    /// <summary>The row from its end: element c is x[C − 1 − c].</summary>
    /// <remarks>Derivative: that of each element goes to where it came from. It costs O(C²).</remarks>
    public static Row Reverse(Row x) => Row.Generate(x.Length, c => x[^(c + 1)]);

    /// <summary>Σ_{d ≤ c} x_d for each class c.</summary>
    /// <remarks>Derivative: 1 by every element up to c. It costs O(C²).</remarks>
    public static Row CumulativeSum(Row x)
    {
        double sum = 0;
        return Row.Generate(x.Length, c => sum += x[c]);
    }

    /// <summary>log Σ_{d ≤ c} e^(x_d) for each class c, without overflow.</summary>
    /// <remarks>Derivative: by the elements up to c, their softmax. It costs O(C²).</remarks>
    public static Row CumulativeLogSumExp(Row x)
    {
        double logarithm = double.NegativeInfinity;
        return Row.Generate(x.Length, c => logarithm = ScalarMath.LogAddExp(logarithm, x[c]));
    }

    private static int FirstOf(Row x, double value)
    {
        for (int c = 0; c < x.Length; c++)
        {
            if (x[c] == value || double.IsNaN(x[c])) return c;
        }
        return -1;
    }

    // Of equal keys, OrderBy leaves the order as it is.
    private static Row InOrder(Row keys, Row items, Comparison<double> compare)
    {
        Row checkedItems = Row.Combine(keys, items, static (_, item) => item);
        double[] ordered = [.. Enumerable.Range(0, keys.Length).OrderBy(c => keys[c], Comparer<double>.Create(compare)).Select(c => checkedItems[c])];
        return new Row(ordered.AsSpan());
    }
}
