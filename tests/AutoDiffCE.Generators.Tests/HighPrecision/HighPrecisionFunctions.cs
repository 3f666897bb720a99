using AutoDiffCE.Generators.Calculus;

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
        "Sigmoid" => Sigmoid(x[0]),
        "Softplus" => Softplus(x[0]),
        "LogSigmoid" => -Softplus(-x[0]),
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

    private static Real Softplus(Real x) => Real.Log(Real.Exp(x) + 1);
}
