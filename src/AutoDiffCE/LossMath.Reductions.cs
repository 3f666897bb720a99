namespace AutoDiffCE;

// What makes a scalar of a row.
public static partial class LossMath
{
    /// <summary>Σ_c x_c; 0 for the empty row.</summary>
    /// <remarks>Derivative: 1 for every class.</remarks>
    public static double Sum(Row x)
    {
        double sum = 0;
        foreach (double value in x) sum += value;
        return sum;
    }

    /// <summary>Σ_c x_c / C; NaN for the empty row.</summary>
    /// <remarks>Derivative: 1/C for every class.</remarks>
    public static double Mean(Row x) => Sum(x) / x.Length;

    /// <summary>The largest value; −∞ for the empty row, NaN if any value is NaN.</summary>
    /// <remarks>Derivative: 1/n for each of the n classes that have the largest value, 0 for the others.</remarks>
    public static double Max(Row x)
    {
        double max = double.NegativeInfinity;
        foreach (double value in x) max = ScalarMath.Max(max, value);
        return max;
    }

    /// <summary>The smallest value; +∞ for the empty row, NaN if any value is NaN.</summary>
    /// <remarks>Derivative: 1/n for each of the n classes that have the smallest value, 0 for the others.</remarks>
    public static double Min(Row x)
    {
        double min = double.PositiveInfinity;
        foreach (double value in x) min = ScalarMath.Min(min, value);
        return min;
    }

    /// <summary>log Σ_c e^(x_c), without overflow; −∞ for the empty row and for a row of nothing but −∞.</summary>
    /// <remarks>Derivative: Softmax(x). It is smooth, also where several classes have the largest value.</remarks>
    public static double LogSumExp(Row x) => ScalarMath.LogSumExp(x.AsSpan().ToArray());

    /// <summary>Σ_c left_c · right_c; 0 for empty rows.</summary>
    /// <remarks>Derivative: right by left, left by right.</remarks>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static double Dot(Row left, Row right) => Sum(left * right);

    /// <summary>The Euclidean length √Σ_c x_c², without overflow or underflow of the squares; 0 for the empty row.</summary>
    /// <remarks>Derivative: x/Norm(x), which is 0 at the zero row.</remarks>
    public static double Norm(Row x) => ScalarMath.Norm(x.AsSpan().ToArray());

    /// <summary>For how many classes the mask holds.</summary>
    /// <remarks>A real number, so that a quotient of two counts is not an integer division. It has no derivative.</remarks>
    public static double Count(RowMask mask)
    {
        double count = 0;
        foreach (bool flag in mask) count += flag ? 1 : 0;
        return count;
    }
}
