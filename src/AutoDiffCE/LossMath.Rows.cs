namespace AutoDiffCE;

// Rows made of a length or of a whole row.
public static partial class LossMath
{
    /// <summary>The row 0, 1, …, C − 1: each class's own number.</summary>
    /// <remarks>Derivative: 0; only the length of the row enters.</remarks>
    /// <param name="row">A row of C classes.</param>
    public static Row Index(Row row) => Row.Generate(row.Length, static c => c);

    /// <summary>weights · x, class by class; x itself where there are no weights.</summary>
    /// <remarks>Derivative: that of the product. It is for weights that a loss captures and that its user may leave out.</remarks>
    /// <param name="x">The row.</param>
    /// <param name="weights">One per class, or the empty row.</param>
    /// <exception cref="ArgumentException">There are weights, but not one per class.</exception>
    public static Row Weighted(Row x, Row weights) => weights.Length == 0 ? x : x * weights;

    /// <summary>1 for the class <paramref name="label"/>, 0 for the others.</summary>
    /// <param name="label">The class.</param>
    /// <param name="length">The number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or the length is negative.</exception>
    public static Row OneHot(int label, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Row.Generate(length, static _ => 0).With(label, 1);
    }

    /// <summary>e^(x_c) / Σ_k e^(x_k), without overflow: never negative, adding up to 1.</summary>
    /// <remarks>
    /// Derivative: ∂p_c/∂x_k = p_c·([c = k] − p_k). Where +∞ is in the row, or all of it is −∞, the quotient is undefined and every
    /// element NaN. Source: Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990.
    /// </remarks>
    public static Row Softmax(Row x)
    {
        Row exponentials = Exp(x - Max(x));
        // What is small is added up before the largest ones, which are 1: each would lose digits to it.
        double small = 0, large = 0;
        foreach (double exponential in exponentials)
        {
            if (exponential < 1) small += exponential;
            else large += exponential;
        }
        return exponentials / (small + large);
    }

    /// <summary>log Softmax(x) = x − LogSumExp(x), without overflow and without the logarithm of an underflow.</summary>
    /// <remarks>Derivative: ∂y_c/∂x_k = [c = k] − p_k with p = Softmax(x).</remarks>
    public static Row LogSoftmax(Row x)
    {
        // After the shift by the maximum, equal large logits lose nothing to the size of the maximum.
        Row shifted = x - Max(x);
        return shifted - LogSumExp(shifted);
    }
}
