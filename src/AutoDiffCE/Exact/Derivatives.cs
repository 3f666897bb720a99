namespace AutoDiffCE.Exact;

/// <summary>The derivatives of the functions of formulas, times the adjoint of their result.</summary>
/// <param name="arithmetic">The precision.</param>
internal sealed class Derivatives(BallArithmetic arithmetic)
{
    /// <summary>The derivative by one operand, times the adjoint; null where nothing flows back to it.</summary>
    /// <param name="operand">Which operand.</param>
    /// <param name="function">The function.</param>
    /// <param name="x">The operands.</param>
    /// <param name="y">The result.</param>
    /// <param name="adjoint">What flows back to the result.</param>
    public Ball? By(int operand, string function, Ball[] x, Ball y, Ball adjoint) =>
        Array.Exists(x, number => number.IsUnsignedInfinity) && !IsFlat(function)
            ? Ball.Unknown
            : ExactFunctions.OfEither(arithmetic, x, operands => BySigned(operand, function, operands, y, adjoint));

    // Far out the derivative is zero, or vanishes exponentially: faster than any pole grows. That of a power may vanish as slowly as its base grows.
    private static bool IsFlat(string function) =>
        function is "Sign" or "Floor" or "Ceiling" or "Round" or "Truncate" or "Tanh" or "Erf" or "Erfc" or "Sigmoid" or "Clamp"
            or "NormalPdf" or "NormalCdf";

    private Ball? BySigned(int operand, string function, Ball[] x, Ball y, Ball adjoint) => function switch
    {
        "Exp" => Times(adjoint, y),
        "ExpM1" => Times(adjoint, arithmetic.Exp(x[0])),
        "Log" => arithmetic.Divide(adjoint, x[0]),
        "LogP1" => arithmetic.Divide(adjoint, arithmetic.Add(Ball.One, x[0])),
        "Sqrt" => arithmetic.Divide(adjoint, Twice(y)),
        "Abs" => ByAbs(x[0], adjoint),
        "Sign" or "Floor" or "Ceiling" or "Round" or "Truncate" => null,
        "Sinh" => Times(adjoint, arithmetic.Cosh(x[0])),
        "Cosh" => Times(adjoint, arithmetic.Sinh(x[0])),
        // 1/√(1 + x²)
        "Asinh" => arithmetic.Divide(adjoint, arithmetic.Norm([Ball.One, x[0]])),
        // 1/√(x² − 1)
        "Acosh" => arithmetic.Divide(adjoint, Times(arithmetic.Sqrt(arithmetic.Subtract(x[0], Ball.One)), arithmetic.Sqrt(arithmetic.Add(x[0], Ball.One)))),
        // 1/(1 − x²)
        "Atanh" => arithmetic.Divide(adjoint, OneMinusSquare(x[0])),
        "Sin" => Times(adjoint, arithmetic.Cos(x[0])),
        "Cos" => -Times(adjoint, arithmetic.Sin(x[0])),
        // tan' = 1 + tan²
        "Tan" => Times(adjoint, arithmetic.Add(Ball.One, Times(y, y))),
        "Asin" => arithmetic.Divide(adjoint, arithmetic.Sqrt(OneMinusSquare(x[0]))),
        "Acos" => -arithmetic.Divide(adjoint, arithmetic.Sqrt(OneMinusSquare(x[0]))),
        "Atan" => arithmetic.Divide(adjoint, arithmetic.Add(Ball.One, Times(x[0], x[0]))),
        // ∛x' = 1/(3 ∛x²)
        "Cbrt" => arithmetic.Divide(adjoint, Times(Ball.Of(3), Times(y, y))),
        // tanh' = 1 − tanh² = 4 σ(2x) σ(−2x)
        "Tanh" => Times(Times(adjoint, Ball.Of(4)), Times(arithmetic.Sigmoid(Twice(x[0])), arithmetic.Sigmoid(-Twice(x[0])))),
        "Erf" => Times(adjoint, Bell(x[0])),
        "Erfc" => -Times(adjoint, Bell(x[0])),
        // φ' = −x φ, Φ' = φ, (log Φ)' = φ/Φ
        "NormalPdf" => -Times(adjoint, x[0].IsInfinite ? Ball.Zero : Times(x[0], y)),
        "NormalCdf" => Times(adjoint, arithmetic.NormalPdf(x[0])),
        "LogNormalCdf" => Times(adjoint, arithmetic.InverseMills(x[0])),
        "LogGamma" => Times(adjoint, arithmetic.Digamma(x[0])),
        "Digamma" => Times(adjoint, arithmetic.Trigamma(x[0])),
        "Trigamma" => Times(adjoint, arithmetic.Tetragamma(x[0])),
        "LogBeta" => Times(adjoint, arithmetic.DigammaGap(x[operand], x[1 - operand])),
        "Sigmoid" => Times(adjoint, Times(y.IsUnknown ? arithmetic.Sigmoid(x[0]) : y, arithmetic.Sigmoid(-x[0]))),
        "Softplus" => Times(adjoint, arithmetic.Sigmoid(x[0])),
        "LogSigmoid" => Times(adjoint, arithmetic.Sigmoid(-x[0])),
        "LogCosh" => Times(adjoint, arithmetic.Tanh(x[0])),
        "Relu" => Where(arithmetic.Compare(x[0], Ball.Zero), adjoint, order => order > 0),
        "XLogX" => Times(adjoint, arithmetic.Add(arithmetic.Log(x[0]), Ball.One)),
        "Pow" => operand == 0 ? ByBase(x[0], x[1], adjoint) : Times(adjoint, ExactFunctions.StrongProduct(arithmetic, y, arithmetic.Log(x[0]))),
        "Max" => ByLarger(x[operand], x[1 - operand], adjoint),
        "Min" => ByLarger(-x[operand], -x[1 - operand], adjoint),
        // √(x² + y²)' = x/√(x² + y²), 0 at the origin
        "Hypot" => y.IsZero ? null : arithmetic.Divide(Times(adjoint, x[operand]), y),
        // x/(x² + y²) by y, −y/(x² + y²) by x, 0 at the origin
        "Atan2" when x[0].IsZero && x[1].IsZero => null,
        "Atan2" => operand == 0 ? ByAngle(x[1], x[0], adjoint) : -ByAngle(x[0], x[1], adjoint),
        "LogAddExp" => Times(adjoint, arithmetic.Sigmoid(arithmetic.Subtract(x[operand], x[1 - operand]))),
        "XLogY" => operand == 0 ? Times(adjoint, arithmetic.Log(x[1])) : Times(adjoint, x[0].IsZero ? Ball.Zero : arithmetic.Divide(x[0], x[1])),
        "StrongProduct" => operand == 0 ? Times(adjoint, x[1]) : x[0].IsZero ? null : Times(x[0], adjoint),
        "QuotientOrZero" => operand == 0 ? arithmetic.Divide(adjoint, x[1]) : -arithmetic.Divide(Times(adjoint, y), x[1]),
        "Clamp" => ByClamp(operand, x, adjoint),
        _ => throw new FormatException($"The formula calls {function}, which is no function of formulas."),
    };

    /// <summary>What the derivative by an operand is less than 1 by, where it is above 1/2; null elsewhere, and for what has no such derivative.</summary>
    /// <param name="operand">Which operand.</param>
    /// <param name="function">The function.</param>
    /// <param name="x">The operands.</param>
    public Ball? LessThanOne(int operand, string function, Ball[] x) => function switch
    {
        "Relu" or "Abs" when x[0].Sign > 0 => Ball.Zero,
        "Max" when arithmetic.Compare(x[operand], x[1 - operand]) > 0 => Ball.Zero,
        "Min" when arithmetic.Compare(x[operand], x[1 - operand]) < 0 => Ball.Zero,
        "Softplus" when x[0].Sign > 0 => arithmetic.Sigmoid(-x[0]),
        "LogSigmoid" when x[0].Sign < 0 => arithmetic.Sigmoid(x[0]),
        "LogAddExp" when arithmetic.Compare(x[operand], x[1 - operand]) > 0 => arithmetic.Sigmoid(arithmetic.Subtract(x[1 - operand], x[operand])),
        _ => null,
    };

    private Ball Times(Ball x, Ball y) => arithmetic.Multiply(x, y);

    private Ball Twice(Ball x) => Times(Ball.Of(2), x);

    // 2/√π e^(−x²)
    private Ball Bell(Ball x) => arithmetic.Divide(Twice(arithmetic.Exp(-Times(x, x))), arithmetic.RootOfPi());

    private Ball OneMinusSquare(Ball x) => Times(arithmetic.Subtract(Ball.One, x), arithmetic.Add(Ball.One, x));

    private Ball ByAngle(Ball x, Ball y, Ball adjoint) =>
        arithmetic.Divide(Times(adjoint, x), arithmetic.Add(Times(x, x), Times(y, y)));

    // |x|' = sign x, 0 at 0
    private static Ball? ByAbs(Ball x, Ball adjoint) => x.Sign switch
    {
        null => Ball.Unknown,
        0 => null,
        > 0 => adjoint,
        _ => -adjoint,
    };

    // (x^p)' = p x^(p−1), which is 0 for p = 0
    private Ball? ByBase(Ball x, Ball p, Ball adjoint) =>
        p.IsZero ? null : Times(adjoint, Times(p, arithmetic.Power(x, arithmetic.Subtract(p, Ball.One))));

    // The larger operand gets the adjoint; a tie splits it equally.
    private Ball? ByLarger(Ball own, Ball other, Ball adjoint) => arithmetic.Compare(own, other) switch
    {
        null => Ball.Unknown,
        0 => Times(adjoint, Ball.Of(0.5)),
        > 0 => adjoint,
        _ => null,
    };

    // A bound gets the adjoint where it binds, the upper one where they cross, and x elsewhere: at the ends, too.
    private Ball? ByClamp(int operand, Ball[] x, Ball adjoint)
    {
        int? below = arithmetic.Compare(x[0], x[1]), above = arithmetic.Compare(x[2], x[0]), crossed = arithmetic.Compare(x[2], x[1]);
        return operand switch
        {
            1 when below is >= 0 || crossed is < 0 => null,
            1 => below is null || crossed is null ? Ball.Unknown : adjoint,
            2 when above is < 0 || crossed is < 0 => adjoint,
            2 => above is null || crossed is null ? Ball.Unknown : null,
            _ when below is < 0 || above is < 0 => null,
            _ => below is null || above is null ? Ball.Unknown : adjoint,
        };
    }

    private static Ball? Where(int? order, Ball adjoint, Func<int, bool> counts) =>
        order is { } known ? (counts(known) ? adjoint : null) : Ball.Unknown;
}
