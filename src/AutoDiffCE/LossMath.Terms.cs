namespace AutoDiffCE;

// What is made of a function of each element, and of its index where the function looks at other rows, as in weights[c], or at other classes.
public static partial class LossMath
{
    /// <summary>Σ_c term(x_c): the spelling for terms that are themselves made of sums, such as those over pairs of classes.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What one element adds.</param>
    /// <remarks>Derivative: that of the term, class by class.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static double Sum(Row x, Func<double, double> term) => Sum(Map(x, term));

    /// <summary>Σ_c term(x_c, c).</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What one element and its index add.</param>
    /// <inheritdoc cref="Sum(Row, Func{double, double})"/>
    public static double Sum(Row x, Func<double, int, double> term) => Sum(Map(x, term));

    /// <summary>Σ_c term(x_c) / C; NaN for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What the mean is taken of.</param>
    /// <remarks>Derivative: 1/C that of the term, class by class.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static double Mean(Row x, Func<double, double> term) => Mean(Map(x, term));

    /// <summary>Σ_c term(x_c, c) / C; NaN for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What the mean is taken of, of an element and its index.</param>
    /// <inheritdoc cref="Mean(Row, Func{double, double})"/>
    public static double Mean(Row x, Func<double, int, double> term) => Mean(Map(x, term));

    /// <summary>The largest term(x_c); −∞ for the empty row, NaN if any is NaN.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is compared.</param>
    /// <remarks>Derivative: 1/n that of each of the n terms that are largest, 0 for the others.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static double Max(Row x, Func<double, double> term) => Max(Map(x, term));

    /// <summary>The largest term(x_c, c); −∞ for the empty row, NaN if any is NaN.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is compared, of an element and its index.</param>
    /// <inheritdoc cref="Max(Row, Func{double, double})"/>
    public static double Max(Row x, Func<double, int, double> term) => Max(Map(x, term));

    /// <summary>The smallest term(x_c); +∞ for the empty row, NaN if any is NaN.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is compared.</param>
    /// <remarks>Derivative: 1/n that of each of the n terms that are smallest, 0 for the others.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static double Min(Row x, Func<double, double> term) => Min(Map(x, term));

    /// <summary>The smallest term(x_c, c); +∞ for the empty row, NaN if any is NaN.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is compared, of an element and its index.</param>
    /// <inheritdoc cref="Min(Row, Func{double, double})"/>
    public static double Min(Row x, Func<double, int, double> term) => Min(Map(x, term));

    /// <summary>log Σ_c e^term(x_c), without overflow; −∞ for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">The exponent of one element.</param>
    /// <remarks>Derivative: that of the term times its softmax, class by class.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static double LogSumExp(Row x, Func<double, double> term) => LogSumExp(Map(x, term));

    /// <summary>log Σ_c e^term(x_c, c), without overflow; −∞ for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">The exponent of one element and its index.</param>
    /// <inheritdoc cref="LogSumExp(Row, Func{double, double})"/>
    public static double LogSumExp(Row x, Func<double, int, double> term) => LogSumExp(Map(x, term));

    /// <summary>For how many elements a condition holds.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element.</param>
    /// <remarks>A real number, so that a quotient of two counts is not an integer division. It has no derivative.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static double Count(Row x, Func<double, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Count(x, (value, _) => condition(value));
    }

    /// <summary>For how many elements, each with its index, a condition holds.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element and its index.</param>
    /// <inheritdoc cref="Count(Row, Func{double, bool})"/>
    public static double Count(Row x, Func<double, int, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        double count = 0;
        for (int c = 0; c < x.Length; c++) count += condition(x[c], c) ? 1 : 0;
        return count;
    }

    /// <summary>Whether a condition holds for any element; false for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element.</param>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static bool Any(Row x, Func<double, bool> condition) => Count(x, condition) > 0;

    /// <summary>Whether a condition holds for any element with its index; false for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element and its index.</param>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static bool Any(Row x, Func<double, int, bool> condition) => Count(x, condition) > 0;

    /// <summary>Whether a condition holds for every element; true for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element.</param>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static bool All(Row x, Func<double, bool> condition) => Count(x, condition) == x.Length;

    /// <summary>Whether a condition holds for every element with its index; true for the empty row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="condition">The condition of one element and its index.</param>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public static bool All(Row x, Func<double, int, bool> condition) => Count(x, condition) == x.Length;

    /// <summary>The row of term(x_c): the spelling for elements that are made of reductions of their own.</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is made of one element.</param>
    /// <remarks>Derivative: that of each term, class by class.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="term"/> is null.</exception>
    public static Row Map(Row x, Func<double, double> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Map(x, (value, _) => term(value));
    }

    /// <summary>The row of term(x_c, c).</summary>
    /// <param name="x">The row.</param>
    /// <param name="term">What is made of one element and its index.</param>
    /// <inheritdoc cref="Map(Row, Func{double, double})"/>
    public static Row Map(Row x, Func<double, int, double> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        double[] mapped = new double[x.Length];
        for (int c = 0; c < x.Length; c++) mapped[c] = term(x[c], c);
        return mapped;
    }
}
