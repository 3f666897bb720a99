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

    /// <summary>The length of order p, (Σ_c |x_c|^p)^(1/p): for p = 1 the sum of absolute values, for p = ∞ the largest of them; 0 for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="p">The order, above 0, or ∞.</param>
    /// <remarks>Derivative: sign(x_c) (|x_c| / Norm(x, p))^(p − 1); that of <see cref="Max(Row)"/> of the absolute values for p = ∞.</remarks>
    public static double Norm(Row x, double p) => p switch
    {
        1 => Sum(Abs(x)),
        2 => Norm(x),
        double.PositiveInfinity => x.Length == 0 ? 0 : Max(Abs(x)),
        _ => Math.Pow(Sum(Pow(Abs(x), p)), 1 / p),
    };

    /// <summary>
    /// The mean square distance from the mean, Σ_c (x_c − mean)² / (C − correction). The divisor is C unless it is said otherwise: 1 as the correction makes
    /// it the unbiased estimate, as PyTorch's var has it.
    /// </summary>
    /// <param name="x">The row.</param>
    /// <param name="correction">What the divisor is less than the number of classes.</param>
    /// <remarks>Derivative: 2 (x_c − mean) / (C − correction).</remarks>
    public static double Variance(Row x, double correction = 0)
    {
        Row deviation = x - Mean(x);
        // The mean is rounded.
        deviation -= Mean(deviation);
        return Sum(deviation * deviation) / (x.Length - correction);
    }

    /// <summary>The cosine of the angle between two rows, a · b / (max(|a|, ε) max(|b|, ε)): between −1 and 1; 0 where one of them is zero.</summary>
    /// <param name="a">A row.</param>
    /// <param name="b">The other row.</param>
    /// <param name="epsilon">What a length counts at least, above 0; 1e-8 as in PyTorch.</param>
    /// <remarks>Derivative by a where |a| is above ε: (b / |b| − cosine · a / |a|) / |a|.</remarks>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static double CosineSimilarity(Row a, Row b, double epsilon = 1e-8) => Dot(a, b) / (Max(Norm(a), epsilon) * Max(Norm(b), epsilon));

    /// <summary>For how many classes the mask holds.</summary>
    /// <remarks>A real number, so that a quotient of two counts is not an integer division. It has no derivative.</remarks>
    public static double Count(RowMask mask)
    {
        double count = 0;
        foreach (bool flag in mask) count += flag ? 1 : 0;
        return count;
    }
}
