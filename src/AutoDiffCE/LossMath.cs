namespace AutoDiffCE;

/// <summary>
/// The functions of a formula, for scalars and rows alike; meant for <c>using static AutoDiffCE.LossMath</c>. On rows they work class by
/// class, unless they reduce a row to a scalar.
/// </summary>
/// <remarks>
/// <para>
/// As ordinary C# they evaluate in double; in a compiled formula they stand for the function of real numbers. The derivative that the
/// remarks of each state is the one the compiler uses. At kinks one convention holds everywhere: Max and Min split a tie equally,
/// Abs, Sign and Relu have 0 at 0, Clamp has 1 inside and at its ends and 0 outside, Norm has 0 at the zero row, and so has Hypot at the origin.
/// </para>
/// <para>The functions x·log x and x·log y are 0 where x is 0, as everywhere in information theory (Cover and Thomas, 2006).</para>
/// </remarks>
public static partial class LossMath
{
    /// <summary>e^x.</summary>
    /// <remarks>Derivative: e^x.</remarks>
    public static double Exp(double x) => Math.Exp(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static Row Exp(Row x) => x.Map(Math.Exp);

    /// <summary>e^x − 1, to full relative accuracy near 0.</summary>
    /// <remarks>Derivative: e^x.</remarks>
    public static double ExpM1(double x) => ScalarMath.ExpM1(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    public static Row ExpM1(Row x) => x.Map(ScalarMath.ExpM1);

    /// <summary>2^x.</summary>
    /// <remarks>Derivative: 2^x · log 2.</remarks>
    public static double Exp2(double x) => Math.Pow(2, x);

    /// <inheritdoc cref="Exp2(double)"/>
    public static Row Exp2(Row x) => x.Map(Exp2);

    /// <summary>The natural logarithm: −∞ at 0, NaN below.</summary>
    /// <remarks>Derivative: 1/x.</remarks>
    public static double Log(double x) => Math.Log(x);

    /// <inheritdoc cref="Log(double)"/>
    public static Row Log(Row x) => x.Map(Math.Log);

    /// <summary>The logarithm to the base 2: −∞ at 0, NaN below.</summary>
    /// <remarks>Derivative: 1/(x · log 2).</remarks>
    public static double Log2(double x) => Math.Log2(x);

    /// <inheritdoc cref="Log2(double)"/>
    public static Row Log2(Row x) => x.Map(Math.Log2);

    /// <summary>The logarithm to the base 10: −∞ at 0, NaN below.</summary>
    /// <remarks>Derivative: 1/(x · log 10).</remarks>
    public static double Log10(double x) => Math.Log10(x);

    /// <inheritdoc cref="Log10(double)"/>
    public static Row Log10(Row x) => x.Map(Math.Log10);

    /// <summary>log(1 + x), to full relative accuracy near 0: −∞ at −1, NaN below.</summary>
    /// <remarks>Derivative: 1/(1 + x).</remarks>
    public static double LogP1(double x) => ScalarMath.LogP1(x);

    /// <inheritdoc cref="LogP1(double)"/>
    public static Row LogP1(Row x) => x.Map(ScalarMath.LogP1);

    /// <summary>log(1 − e^x), to full relative accuracy for small and for large e^x: −∞ at 0, NaN above.</summary>
    /// <remarks>Derivative: −e^x/(1 − e^x).</remarks>
    public static double Log1mExp(double x) => ScalarMath.Log1mExp(x);

    /// <inheritdoc cref="Log1mExp(double)"/>
    public static Row Log1mExp(Row x) => x.Map(ScalarMath.Log1mExp);

    /// <summary>√x; NaN below 0.</summary>
    /// <remarks>Derivative: 1/(2√x), which is infinite at 0 unless what it is multiplied with is 0.</remarks>
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <inheritdoc cref="Sqrt(double)"/>
    public static Row Sqrt(Row x) => x.Map(Math.Sqrt);

    /// <summary>∛x, which has the sign of x.</summary>
    /// <remarks>Derivative: 1/(3 ∛x²), which is infinite at 0 unless what it is multiplied with is 0.</remarks>
    public static double Cbrt(double x) => ScalarMath.Cbrt(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    public static Row Cbrt(Row x) => x.Map(ScalarMath.Cbrt);

    /// <summary>x².</summary>
    /// <remarks>Derivative: 2x.</remarks>
    public static double Square(double x) => x * x;

    /// <inheritdoc cref="Square(double)"/>
    public static Row Square(Row x) => x.Map(Square);

    /// <summary>x³.</summary>
    /// <remarks>Derivative: 3x².</remarks>
    public static double Cube(double x) => x * x * x;

    /// <inheritdoc cref="Cube(double)"/>
    public static Row Cube(Row x) => x.Map(Cube);

    /// <summary>1/x: infinite at 0, with the sign of the zero.</summary>
    /// <remarks>Derivative: −1/x².</remarks>
    public static double Reciprocal(double x) => 1 / x;

    /// <inheritdoc cref="Reciprocal(double)"/>
    public static Row Reciprocal(Row x) => x.Map(Reciprocal);

    /// <summary>|x|.</summary>
    /// <remarks>Derivative: Sign(x), so 0 at the kink 0.</remarks>
    public static double Abs(double x) => Math.Abs(x);

    /// <inheritdoc cref="Abs(double)"/>
    public static Row Abs(Row x) => x.Map(Math.Abs);

    /// <summary>−1 below 0, 0 at 0 and 1 above.</summary>
    /// <remarks>Derivative: 0, at the jump too.</remarks>
    public static double Sign(double x) => ScalarMath.Sign(x);

    /// <inheritdoc cref="Sign(double)"/>
    public static Row Sign(Row x) => x.Map(ScalarMath.Sign);

    /// <summary>(e^x − e^−x) / (e^x + e^−x).</summary>
    /// <remarks>Derivative: 1 − tanh² x.</remarks>
    public static double Tanh(double x) => Math.Tanh(x);

    /// <inheritdoc cref="Tanh(double)"/>
    public static Row Tanh(Row x) => x.Map(Math.Tanh);

    /// <summary>The error function, 2/√π ∫₀ˣ e^−t² dt.</summary>
    /// <remarks>Derivative: 2/√π · e^−x².</remarks>
    public static double Erf(double x) => ScalarMath.Erf(x);

    /// <inheritdoc cref="Erf(double)"/>
    public static Row Erf(Row x) => x.Map(ScalarMath.Erf);

    /// <summary>The complement of the error function, 1 − erf x, to full relative accuracy where it is small.</summary>
    /// <remarks>Derivative: −2/√π · e^−x².</remarks>
    public static double Erfc(double x) => ScalarMath.Erfc(x);

    /// <inheritdoc cref="Erfc(double)"/>
    public static Row Erfc(Row x) => x.Map(ScalarMath.Erfc);

    /// <summary>1 / (1 + e^−x), the logistic function.</summary>
    /// <remarks>Derivative: σ(x)·σ(−x).</remarks>
    public static double Sigmoid(double x) => ScalarMath.Sigmoid(x);

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static Row Sigmoid(Row x) => x.Map(ScalarMath.Sigmoid);

    /// <summary>log(1 + e^x), without overflow: x far above 0, e^x far below.</summary>
    /// <remarks>Derivative: σ(x). It is smooth; there is no kink at 0.</remarks>
    public static double Softplus(double x) => ScalarMath.Softplus(x);

    /// <inheritdoc cref="Softplus(double)"/>
    public static Row Softplus(Row x) => x.Map(ScalarMath.Softplus);

    /// <summary>log cosh x = log(½ (e^x + e^−x)), to full relative accuracy near 0 and without overflow.</summary>
    /// <remarks>Derivative: tanh x.</remarks>
    public static double LogCosh(double x) => ScalarMath.LogCosh(x);

    /// <inheritdoc cref="LogCosh(double)"/>
    public static Row LogCosh(Row x) => x.Map(ScalarMath.LogCosh);

    /// <summary>log σ(x) = −log(1 + e^−x), without overflow.</summary>
    /// <remarks>Derivative: σ(−x).</remarks>
    public static double LogSigmoid(double x) => ScalarMath.LogSigmoid(x);

    /// <inheritdoc cref="LogSigmoid(double)"/>
    public static Row LogSigmoid(Row x) => x.Map(ScalarMath.LogSigmoid);

    /// <summary>max(x, 0).</summary>
    /// <remarks>
    /// Derivative: 1 above 0, 0 below and at the kink 0, 1 at NaN, so that what flows back is not lost. <c>Max(x, 0)</c> splits the tie instead, and has 1/2
    /// at 0.
    /// </remarks>
    public static double Relu(double x) => ScalarMath.Relu(x);

    /// <inheritdoc cref="Relu(double)"/>
    public static Row Relu(Row x) => x.Map(ScalarMath.Relu);

    /// <summary>x·log x, which is 0 at 0, its limit; NaN below.</summary>
    /// <remarks>Derivative: log x + 1, which is −∞ at 0.</remarks>
    public static double XLogX(double x) => ScalarMath.XLogX(x);

    /// <inheritdoc cref="XLogX(double)"/>
    public static Row XLogX(Row x) => x.Map(ScalarMath.XLogX);
}
