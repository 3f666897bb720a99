namespace AutoDiffCE;

// Functions of two or three arguments, on scalars, on rows and on both together.
public static partial class LossMath
{
    /// <summary>The larger of the two; NaN if either is NaN.</summary>
    /// <remarks>Derivative: 1 for the larger, 0 for the smaller, 1/2 for each in a tie; 1 for each where one is NaN.</remarks>
    public static double Max(double left, double right) => ScalarMath.Max(left, right);

    /// <inheritdoc cref="Max(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Max(Row left, Row right) => Row.Combine(left, right, ScalarMath.Max);

    /// <inheritdoc cref="Max(double, double)"/>
    public static Row Max(Row left, double right) => left.Map(x => ScalarMath.Max(x, right));

    /// <inheritdoc cref="Max(double, double)"/>
    public static Row Max(double left, Row right) => right.Map(y => ScalarMath.Max(left, y));

    /// <summary>The smaller of the two; NaN if either is NaN.</summary>
    /// <remarks>Derivative: 1 for the smaller, 0 for the larger, 1/2 for each in a tie; 1 for each where one is NaN.</remarks>
    public static double Min(double left, double right) => ScalarMath.Min(left, right);

    /// <inheritdoc cref="Min(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Min(Row left, Row right) => Row.Combine(left, right, ScalarMath.Min);

    /// <inheritdoc cref="Min(double, double)"/>
    public static Row Min(Row left, double right) => left.Map(x => ScalarMath.Min(x, right));

    /// <inheritdoc cref="Min(double, double)"/>
    public static Row Min(double left, Row right) => right.Map(y => ScalarMath.Min(left, y));

    /// <summary>x^exponent, as <see cref="Math.Pow"/> has it: 1 for an exponent of 0, NaN for a negative base and a fraction.</summary>
    /// <remarks>
    /// Derivative: exponent · x^(exponent − 1) by x, which is 0 for an exponent of 0; x^exponent · log x by the exponent, which is 0
    /// where x is 0 and the exponent above 0.
    /// </remarks>
    public static double Pow(double x, double exponent) => Math.Pow(x, exponent);

    /// <inheritdoc cref="Pow(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Pow(Row x, Row exponent) => Row.Combine(x, exponent, Math.Pow);

    /// <inheritdoc cref="Pow(double, double)"/>
    public static Row Pow(Row x, double exponent) => x.Map(value => Math.Pow(value, exponent));

    /// <inheritdoc cref="Pow(double, double)"/>
    public static Row Pow(double x, Row exponent) => exponent.Map(value => Math.Pow(x, value));

    /// <summary>log(e^a + e^b), without overflow; −∞ where both are −∞.</summary>
    /// <remarks>Derivative: σ(a − b) by a, σ(b − a) by b, which is ½ for each where they are the same infinity.</remarks>
    public static double LogAddExp(double a, double b) => ScalarMath.LogAddExp(a, b);

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row LogAddExp(Row a, Row b) => Row.Combine(a, b, ScalarMath.LogAddExp);

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    public static Row LogAddExp(Row a, double b) => a.Map(value => ScalarMath.LogAddExp(value, b));

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    public static Row LogAddExp(double a, Row b) => b.Map(value => ScalarMath.LogAddExp(a, value));

    /// <summary>log(e^a − e^b), without overflow: −∞ where they are equal, NaN for a below b, and where both are infinite.</summary>
    /// <remarks>Derivative: 1/(1 − e^(b − a)) by a, −1/(e^(a − b) − 1) by b.</remarks>
    public static double LogSubExp(double a, double b) => ScalarMath.LogSubExp(a, b);

    /// <inheritdoc cref="LogSubExp(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row LogSubExp(Row a, Row b) => Row.Combine(a, b, ScalarMath.LogSubExp);

    /// <inheritdoc cref="LogSubExp(double, double)"/>
    public static Row LogSubExp(Row a, double b) => a.Map(value => ScalarMath.LogSubExp(value, b));

    /// <inheritdoc cref="LogSubExp(double, double)"/>
    public static Row LogSubExp(double a, Row b) => b.Map(value => ScalarMath.LogSubExp(a, value));

    /// <summary>√(x² + y²), without overflow or underflow of the squares; ∞ where either is infinite, whatever the other is.</summary>
    /// <remarks>Derivative: x/√(x² + y²) by x, y/√(x² + y²) by y, 0 where both are 0.</remarks>
    public static double Hypot(double x, double y) => ScalarMath.Hypot(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Hypot(Row x, Row y) => Row.Combine(x, y, ScalarMath.Hypot);

    /// <inheritdoc cref="Hypot(double, double)"/>
    public static Row Hypot(Row x, double y) => x.Map(value => ScalarMath.Hypot(value, y));

    /// <inheritdoc cref="Hypot(double, double)"/>
    public static Row Hypot(double x, Row y) => y.Map(value => ScalarMath.Hypot(x, value));

    /// <summary>The angle of the point (x, y), from −π to π, as <see cref="Math.Atan2"/> has it: 0 for (0, 0), ±π for a y of ±0 and a negative x.</summary>
    /// <remarks>Derivative: x/(x² + y²) by y, −y/(x² + y²) by x, 0 where both are 0. It jumps where y is 0 and x negative.</remarks>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Atan2(Row y, Row x) => Row.Combine(y, x, Math.Atan2);

    /// <inheritdoc cref="Atan2(double, double)"/>
    public static Row Atan2(Row y, double x) => y.Map(value => Math.Atan2(value, x));

    /// <inheritdoc cref="Atan2(double, double)"/>
    public static Row Atan2(double y, Row x) => x.Map(value => Math.Atan2(y, value));

    /// <summary>x·log y, which is 0 where x is 0, whatever y is.</summary>
    /// <remarks>Derivative: log y by x, x/y by y, the latter 0 where x is 0.</remarks>
    public static double XLogY(double x, double y) => ScalarMath.XLogY(x, y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row XLogY(Row x, Row y) => Row.Combine(x, y, ScalarMath.XLogY);

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static Row XLogY(Row x, double y) => x.Map(value => ScalarMath.XLogY(value, y));

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static Row XLogY(double x, Row y) => y.Map(value => ScalarMath.XLogY(x, value));

    /// <summary>
    /// x, or the bound it lies beyond. Where the bounds cross, the upper one wins; NaN if any of the three is NaN.
    /// </summary>
    /// <remarks>
    /// Derivative: 0 by x outside of the bounds, where the bound that binds has 1; 1 by x elsewhere: between them, at them, and where x is NaN.
    /// </remarks>
    public static double Clamp(double x, double min, double max) => ScalarMath.Clamp(x, min, max);

    /// <inheritdoc cref="Clamp(double, double, double)"/>
    public static Row Clamp(Row x, double min, double max) => x.Map(value => ScalarMath.Clamp(value, min, max));

    /// <inheritdoc cref="Clamp(double, double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Clamp(Row x, Row min, double max) => Row.Combine(x, min, (value, lower) => ScalarMath.Clamp(value, lower, max));

    /// <inheritdoc cref="Clamp(double, double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Clamp(Row x, double min, Row max) => Row.Combine(x, max, (value, upper) => ScalarMath.Clamp(value, min, upper));

    /// <inheritdoc cref="Clamp(double, double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Clamp(Row x, Row min, Row max)
    {
        Row.RequireSameLength(x.Length, min.Length);
        Row.RequireSameLength(x.Length, max.Length);
        return Row.Generate(x.Length, c => ScalarMath.Clamp(x[c], min[c], max[c]));
    }
}
