using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <summary>The function table once more, by definition and in 1600 bits.</summary>
internal static class HighPrecisionFunctions
{
    public static Real Evaluate(Function function, Real[] x) => function.Name switch
    {
        "Exp" => Real.Exp(x[0]),
        "ExpM1" => Real.Exp(x[0]) - 1,
        "Log" => Real.Log(x[0]),
        "LogP1" => Real.Log(x[0] + 1),
        "Sqrt" => Real.Sqrt(x[0]),
        "Pow" => Real.Power(x[0], x[1]),
        "Abs" => Real.Abs(x[0]),
        "Sign" => x[0].IsNaN ? Real.NaN : x[0].Sign,
        "Max" => Larger(x[0], x[1]),
        "Min" => -Larger(-x[0], -x[1]),
        "Clamp" => -Larger(-Larger(x[0], x[1]), -x[2]),
        "Tanh" => (2 * Sigmoid(x[0] * 2)) - 1,
        "Erf" => Erf(x[0]),
        "Erfc" => Real.One - Erf(x[0]),
        "Sinh" => Real.Sinh(x[0]),
        "Cosh" => Real.Cosh(x[0]),
        "Asinh" => Real.Asinh(x[0]),
        "Acosh" => Real.Acosh(x[0]),
        "Atanh" => Real.Atanh(x[0]),
        "Sin" => Real.Sin(x[0]),
        "Cos" => Real.Cos(x[0]),
        "Tan" => Real.Sin(x[0]) / Real.Cos(x[0]),
        "Asin" => Real.Asin(x[0]),
        "Acos" => Real.Acos(x[0]),
        "Atan" => Real.Atan(x[0]),
        "Cbrt" => Real.Cbrt(x[0]),
        "Floor" => Real.Floor(x[0]),
        "Ceiling" => Real.Ceiling(x[0]),
        "Round" => Real.Round(x[0]),
        "Truncate" => Real.Truncate(x[0]),
        "Atan2" => Real.Atan2(x[0], x[1]),
        "Hypot" => Real.Hypot(x[0], x[1]),
        "NormalPdf" => Real.NormalPdf(x[0]),
        "NormalCdf" => Real.NormalCdf(x[0]),
        "LogNormalCdf" => Real.LogNormalCdf(x[0]),
        "InverseMills" => Real.InverseMills(x[0]),
        "LogGamma" => Real.LogGamma(x[0]),
        "Digamma" => Real.Digamma(x[0]),
        "Trigamma" => Real.Trigamma(x[0]),
        "Tetragamma" => Real.Tetragamma(x[0]),
        "LogBeta" => Real.LogBeta(x[0], x[1]),
        "DigammaGap" => Real.DigammaGap(x[0], x[1]),
        "Sigmoid" => Sigmoid(x[0]),
        "Softplus" => Softplus(x[0]),
        "LogSigmoid" => -Softplus(-x[0]),
        "LogAddExp" => Real.Log(Real.Exp(x[0]) + Real.Exp(x[1])),
        "SoftplusMinusMultiple" => Softplus(x[0]) - (x[1] * x[0]),
        "LogCosh" => Real.Log((Real.Exp(x[0]) + Real.Exp(-x[0])) / 2),
        "QuotientOrZero" => x[0].IsZero && x[1].IsZero ? Real.Zero : x[0] / x[1],
        "WeightedQuotient" => (x[0] * x[1]).IsZero && x[2].IsZero ? Real.Zero : x[0] * x[1] / x[2],
        "PowM1" => Real.Power(x[0], x[1]) - 1,
        "Relu" => Larger(x[0], 0),
        "XLogX" => x[0].IsZero ? Real.Zero : x[0] * Real.Log(x[0]),
        "XLogY" => x[0].IsZero ? Real.Zero : x[0] * Real.Log(x[1]),
        "StrongProduct" => x[0].IsZero ? Real.Zero : x[0] * x[1],
        "BelowInfinity" => x[0] == Real.PositiveInfinity ? Real.NaN : x[0],
        _ => throw new ArgumentOutOfRangeException(nameof(function), function.Name, "Compilers alone use it."),
    };

    public static Real Larger(Real x, Real y) => x.IsNaN || y.IsNaN ? Real.NaN : x < y ? y : x;

    // 1 / (1 + e^−x), and its limits
    private static Real Sigmoid(Real x) => Real.One / (Real.Exp(-x) + 1);

    // 2/√π e^(−x²) (x + 2x³/3 + 4x⁵/(3·5) + ...), whose terms have one sign; beyond 40 it is ±1 to more digits than there are
    private static Real Erf(Real x)
    {
        if (x.IsNaN)
            return x;
        if (!x.IsFinite || Real.Abs(x) > 40)
            return x.Sign;
        Real square = x * x;
        Real term = x;
        Real sum = x;
        for (int n = 1; term.Sign != 0 && Real.Abs(term) > Real.Abs(sum) * Real.PowerOfTwo(-1700); n++)
        {
            term = term * square * 2 / ((2 * n) + 1);
            sum += term;
        }
        return Real.Exp(-square) * sum * 2 / Real.Sqrt(Real.Pi);
    }

    private static Real Softplus(Real x) => Real.Log(Real.Exp(x) + 1);
}
