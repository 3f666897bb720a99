namespace AutoDiffCE;

// The gamma function of positive numbers: logarithms and their derivatives.
public static partial class LossMath
{
    /// <summary>
    /// log Γ(x) for positive x, to full relative accuracy near its roots 1 and 2, without overflow: ∞ at 0. NaN below 0, where Γ has poles and changes its sign.
    /// </summary>
    /// <remarks>Derivative: <see cref="Digamma(double)"/>.</remarks>
    public static double LogGamma(double x) => ScalarMath.LogGamma(x);

    /// <inheritdoc cref="LogGamma(double)"/>
    public static Row LogGamma(Row x) => x.Map(ScalarMath.LogGamma);

    /// <summary>ψ(x), the derivative of log Γ(x), for positive x, to full relative accuracy near its root 1.4616: −∞ at 0, NaN below.</summary>
    /// <remarks>Derivative: <see cref="Trigamma(double)"/>.</remarks>
    public static double Digamma(double x) => ScalarMath.Digamma(x);

    /// <inheritdoc cref="Digamma(double)"/>
    public static Row Digamma(Row x) => x.Map(ScalarMath.Digamma);

    /// <summary>ψ′(x), the second derivative of log Γ(x), for positive x: positive, ∞ at 0, NaN below.</summary>
    /// <remarks>Derivative: ψ″(x), which is negative.</remarks>
    public static double Trigamma(double x) => ScalarMath.Trigamma(x);

    /// <inheritdoc cref="Trigamma(double)"/>
    public static Row Trigamma(Row x) => x.Map(ScalarMath.Trigamma);

    /// <summary>
    /// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for positive a and b, also where the three are large and almost cancel: log Γ(a + n) − log Γ(a) is
    /// LogGamma(n) − LogBeta(a, n). ∞ where either is 0, −∞ where either is infinite, NaN where either is negative. Where B(a, b) is almost 1, the error is
    /// relative to the terms.
    /// </summary>
    /// <remarks>Derivative: ψ(a) − ψ(a + b) by a, ψ(b) − ψ(a + b) by b, in which nothing cancels.</remarks>
    public static double LogBeta(double a, double b) => ScalarMath.LogBeta(a, b);

    /// <inheritdoc cref="LogBeta(double, double)"/>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row LogBeta(Row a, Row b) => Row.Combine(a, b, ScalarMath.LogBeta);

    /// <inheritdoc cref="LogBeta(double, double)"/>
    public static Row LogBeta(Row a, double b) => a.Map(value => ScalarMath.LogBeta(value, b));

    /// <inheritdoc cref="LogBeta(double, double)"/>
    public static Row LogBeta(double a, Row b) => b.Map(value => ScalarMath.LogBeta(a, value));
}
