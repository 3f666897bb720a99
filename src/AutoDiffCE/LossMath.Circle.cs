namespace AutoDiffCE;

// The functions of the hyperbola and of the circle, and their inverses.
public static partial class LossMath
{
    /// <summary>½ (e^x − e^−x), the hyperbolic sine, to full relative accuracy near 0; infinite where it is beyond all numbers, with the sign of x.</summary>
    /// <remarks>Derivative: cosh x.</remarks>
    public static double Sinh(double x) => Math.Sinh(x);

    /// <inheritdoc cref="Sinh(double)"/>
    public static Row Sinh(Row x) => x.Map(Math.Sinh);

    /// <summary>½ (e^x + e^−x), the hyperbolic cosine, at least 1; infinite where it is beyond all numbers.</summary>
    /// <remarks>Derivative: sinh x.</remarks>
    public static double Cosh(double x) => Math.Cosh(x);

    /// <inheritdoc cref="Cosh(double)"/>
    public static Row Cosh(Row x) => x.Map(Math.Cosh);

    /// <summary>log(x + √(1 + x²)), the inverse of the hyperbolic sine, to full relative accuracy near 0 and without overflow.</summary>
    /// <remarks>Derivative: 1/√(1 + x²).</remarks>
    public static double Asinh(double x) => ScalarMath.Asinh(x);

    /// <inheritdoc cref="Asinh(double)"/>
    public static Row Asinh(Row x) => x.Map(ScalarMath.Asinh);

    /// <summary>log(x + √(x² − 1)), the inverse of the hyperbolic cosine, at least 0, without overflow; NaN below 1.</summary>
    /// <remarks>Derivative: 1/√(x² − 1), which is infinite at 1 unless what it is multiplied with is 0.</remarks>
    public static double Acosh(double x) => ScalarMath.Acosh(x);

    /// <inheritdoc cref="Acosh(double)"/>
    public static Row Acosh(Row x) => x.Map(ScalarMath.Acosh);

    /// <summary>½ log((1 + x) / (1 − x)), the inverse of the hyperbolic tangent, to full relative accuracy near 0: ±∞ at ±1, NaN beyond.</summary>
    /// <remarks>Derivative: 1/(1 − x²), which is infinite at ±1 unless what it is multiplied with is 0.</remarks>
    public static double Atanh(double x) => ScalarMath.Atanh(x);

    /// <inheritdoc cref="Atanh(double)"/>
    public static Row Atanh(Row x) => x.Map(ScalarMath.Atanh);

    /// <summary>The sine of an angle in radians, from −1 to 1, accurate however large the angle is; NaN at ±∞.</summary>
    /// <remarks>Derivative: cos x.</remarks>
    public static double Sin(double x) => Math.Sin(x);

    /// <inheritdoc cref="Sin(double)"/>
    public static Row Sin(Row x) => x.Map(Math.Sin);

    /// <summary>The cosine of an angle in radians, from −1 to 1, accurate however large the angle is; NaN at ±∞.</summary>
    /// <remarks>Derivative: −sin x.</remarks>
    public static double Cos(double x) => Math.Cos(x);

    /// <inheritdoc cref="Cos(double)"/>
    public static Row Cos(Row x) => x.Map(Math.Cos);

    /// <summary>sin x / cos x, the tangent of an angle in radians, accurate however large the angle is; NaN at ±∞.</summary>
    /// <remarks>Derivative: 1 + tan² x. Its poles are no floating-point numbers.</remarks>
    public static double Tan(double x) => Math.Tan(x);

    /// <inheritdoc cref="Tan(double)"/>
    public static Row Tan(Row x) => x.Map(Math.Tan);

    /// <summary>The angle from −π/2 to π/2 whose sine is x; NaN beyond ±1.</summary>
    /// <remarks>Derivative: 1/√(1 − x²), which is infinite at ±1 unless what it is multiplied with is 0.</remarks>
    public static double Asin(double x) => Math.Asin(x);

    /// <inheritdoc cref="Asin(double)"/>
    public static Row Asin(Row x) => x.Map(Math.Asin);

    /// <summary>The angle from 0 to π whose cosine is x, to full relative accuracy near x = 1; NaN beyond ±1.</summary>
    /// <remarks>Derivative: −1/√(1 − x²), which is infinite at ±1 unless what it is multiplied with is 0.</remarks>
    public static double Acos(double x) => Math.Acos(x);

    /// <inheritdoc cref="Acos(double)"/>
    public static Row Acos(Row x) => x.Map(Math.Acos);

    /// <summary>The angle from −π/2 to π/2 whose tangent is x; ±π/2 at ±∞.</summary>
    /// <remarks>Derivative: 1/(1 + x²).</remarks>
    public static double Atan(double x) => Math.Atan(x);

    /// <inheritdoc cref="Atan(double)"/>
    public static Row Atan(Row x) => x.Map(Math.Atan);
}
