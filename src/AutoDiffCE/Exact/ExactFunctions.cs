namespace AutoDiffCE.Exact;

/// <summary>The functions of formulas over balls.</summary>
internal static class ExactFunctions
{
    /// <summary>How many operands a function takes.</summary>
    /// <exception cref="FormatException">There is no such function.</exception>
    public static int Arity(string function) => function switch
    {
        "Exp" or "ExpM1" or "Log" or "LogP1" or "Sqrt" or "Abs" or "Sign" or "Tanh" or "Erf" or "Erfc" => 1,
        "Sigmoid" or "Softplus" or "LogSigmoid" or "LogCosh" or "Relu" or "XLogX" => 1,
        "Sinh" or "Cosh" or "Asinh" or "Acosh" or "Atanh" or "Sin" or "Cos" or "Tan" or "Asin" or "Acos" or "Atan" or "Cbrt" => 1,
        "Floor" or "Ceiling" or "Round" or "Truncate" or "NormalPdf" or "NormalCdf" or "LogNormalCdf" or "LogGamma" or "Digamma" or "Trigamma" => 1,
        "Pow" or "Max" or "Min" or "LogAddExp" or "XLogY" or "StrongProduct" or "QuotientOrZero" or "Hypot" or "Atan2" or "LogBeta" => 2,
        "Clamp" => 3,
        _ => throw new FormatException($"The formula calls {function}, which is no function of formulas."),
    };

    /// <summary>What a function costs, in numbers: those of the gamma function take as many steps as there are digits, that of two three times as many.</summary>
    public static int Cost(string function) => function switch
    {
        "LogGamma" or "Digamma" or "Trigamma" => 16,
        "LogBeta" => 32,
        _ => 1,
    };

    /// <summary>The function of some operands; of an infinity of either sign what it is of both.</summary>
    public static Ball Of(BallArithmetic arithmetic, string function, Ball[] x) =>
        (OfEither(arithmetic, x, operands => OfSigned(arithmetic, function, operands)) ?? Ball.Unknown).OnSide(SideOf(function, x));

    // A zero of an odd function, or of one that increases through 0, has the sign of its operand.
    private static int SideOf(string function, Ball[] x) => function switch
    {
        "ExpM1" or "LogP1" or "Sqrt" or "Cbrt" or "Erf" or "Sinh" or "Tanh" or "Asinh" or "Atanh" or "Sin" or "Tan" or "Asin" or "Atan" => x[0].Side,
        "Abs" => 1,
        "StrongProduct" => x[0].Side * x[1].Side,
        _ => 0,
    };

    /// <summary>What gives the same for both signs of each infinity that may have either; null is 0.</summary>
    public static Ball? OfEither(BallArithmetic arithmetic, Ball[] x, Func<Ball[], Ball?> function)
    {
        int either = Array.FindIndex(x, operand => operand.IsUnsignedInfinity);
        if (either < 0)
            return function(x);
        Ball positive = With(Ball.PositiveInfinity), negative = With(Ball.NegativeInfinity);
        if (arithmetic.Compare(positive, negative) == 0)
            return positive;
        return positive.IsInfinite && negative.IsInfinite ? Ball.UnsignedInfinity : Ball.Unknown;

        Ball With(Ball infinity) => OfEither(arithmetic, [.. x[..either], infinity, .. x[(either + 1)..]], function) ?? Ball.Zero;
    }

    private static Ball OfSigned(BallArithmetic arithmetic, string function, Ball[] x) => function switch
    {
        "Exp" => arithmetic.Exp(x[0]),
        "ExpM1" => arithmetic.ExpM1(x[0]),
        "Log" => arithmetic.Log(x[0]),
        "LogP1" => arithmetic.LogP1(x[0]),
        "Sqrt" => arithmetic.Sqrt(x[0]),
        "Abs" => arithmetic.Abs(x[0]),
        "Sign" => x[0].Sign is { } sign ? Ball.Of(sign) : Ball.Unknown,
        "Tanh" => arithmetic.Tanh(x[0]),
        "Erf" => arithmetic.Erf(x[0]),
        "Erfc" => arithmetic.Erfc(x[0]),
        "Sigmoid" => arithmetic.Sigmoid(x[0]),
        "Softplus" => arithmetic.Softplus(x[0]),
        "LogSigmoid" => arithmetic.LogSigmoid(x[0]),
        "LogCosh" => arithmetic.LogCosh(x[0]),
        "Sinh" => arithmetic.Sinh(x[0]),
        "Cosh" => arithmetic.Cosh(x[0]),
        "Asinh" => arithmetic.Asinh(x[0]),
        "Acosh" => arithmetic.Acosh(x[0]),
        "Atanh" => arithmetic.Atanh(x[0]),
        "Sin" => arithmetic.Sin(x[0]),
        "Cos" => arithmetic.Cos(x[0]),
        "Tan" => arithmetic.Tan(x[0]),
        "Asin" => arithmetic.Asin(x[0]),
        "Acos" => arithmetic.Acos(x[0]),
        "Atan" => arithmetic.Atan(x[0]),
        "Cbrt" => arithmetic.Cbrt(x[0]),
        "Floor" => arithmetic.Floor(x[0]),
        "Ceiling" => arithmetic.Ceiling(x[0]),
        "Round" => arithmetic.Round(x[0]),
        "Truncate" => arithmetic.Truncate(x[0]),
        "NormalPdf" => arithmetic.NormalPdf(x[0]),
        "NormalCdf" => arithmetic.NormalCdf(x[0]),
        "LogNormalCdf" => arithmetic.LogNormalCdf(x[0]),
        "LogGamma" => arithmetic.LogGamma(x[0]),
        "Digamma" => arithmetic.Digamma(x[0]),
        "Trigamma" => arithmetic.Trigamma(x[0]),
        "LogBeta" => arithmetic.LogBeta(x[0], x[1]),
        "Relu" => arithmetic.Max(x[0], Ball.Zero),
        "XLogX" => arithmetic.XLogX(x[0]),
        "Pow" => arithmetic.Power(x[0], x[1]),
        "Max" => arithmetic.Max(x[0], x[1]),
        "Min" => arithmetic.Min(x[0], x[1]),
        "LogAddExp" => arithmetic.LogAddExp(x[0], x[1]),
        "Hypot" => arithmetic.Norm([x[0], x[1]]),
        "Atan2" => arithmetic.Atan2(x[0], x[1]),
        "XLogY" => StrongProduct(arithmetic, x[0], arithmetic.Log(x[1])),
        "StrongProduct" => StrongProduct(arithmetic, x[0], x[1]),
        "QuotientOrZero" => x[0].IsZero && x[1].IsZero ? Ball.Zero : arithmetic.Divide(x[0], x[1]),
        "Clamp" => arithmetic.Min(arithmetic.Max(x[0], x[1]), x[2]),
        _ => throw new FormatException($"The formula calls {function}, which is no function of formulas."),
    };

    /// <summary>x · y, and 0 for x = 0 whatever y is.</summary>
    public static Ball StrongProduct(BallArithmetic arithmetic, Ball x, Ball y) => x.IsZero ? Ball.Zero : arithmetic.Multiply(x, y);
}
