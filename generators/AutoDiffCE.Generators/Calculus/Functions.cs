using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Calculus;

/// <summary>
/// The table of elementary functions: one entry each. Derivatives are written on the adjoint g of the result, so that a factor that
/// is zero on a branch not taken stays in front of what may be infinite there.
/// </summary>
internal static class Functions
{
    // (e^x)' = e^x
    public static readonly Function Exp = new(
        "Exp", 1, (x, _, _) => Math.Exp(x), (a, x, y, g) => [a.Multiply(g, y)], Interval.NonNegative, "Math.Exp", "Exp", 14);

    // (e^x − 1)' = e^x
    public static readonly Function ExpM1 = new(
        "ExpM1", 1, (x, _, _) => ScalarMath.ExpM1(x), (a, x, y, g) => [a.Multiply(g, a.Call(Exp!, x[0]))],
        new Interval(-1, double.PositiveInfinity), "LossMath.ExpM1", "ExpM1", 22);

    // (log x)' = 1 / x, which is infinite at 0 unless what it is multiplied with is zero
    public static readonly Function Log = new(
        "Log", 1, (x, _, _) => Math.Log(x), (a, x, y, g) => [a.QuotientOrZero(g, x[0])], Interval.All, "Math.Log", "Log", 20);

    // log(1 + x)' = 1 / (1 + x); infinite at −1 unless what it is multiplied with is zero
    public static readonly Function LogP1 = new(
        "LogP1", 1, (x, _, _) => ScalarMath.LogP1(x), (a, x, y, g) => [a.Call(StrongProduct!, g, a.Divide(a.Constant(1), a.Add(a.Constant(1), x[0])))],
        Interval.All, "LossMath.LogP1", "LogP1", 24);

    // (√x)' = 1 / (2 √x); infinite at 0 unless what it is multiplied with is zero
    public static readonly Function Sqrt = new(
        "Sqrt", 1, (x, _, _) => Math.Sqrt(x), (a, x, y, g) => [a.Call(StrongProduct!, g, a.Divide(a.Constant(0.5), y))],
        Interval.NonNegative, "Math.Sqrt", "Sqrt", 8);

    // (x^p)' = p x^(p−1) in x, which is 0 for p = 0; x^p log x in p, which is 0 at x = 0
    public static readonly Function Pow = new(
        "Pow", 2, (x, p, _) => Math.Pow(x, p),
        (a, x, y, g) =>
        [
            a.Multiply(g, a.Call(StrongProduct!, x[1], a.Power(x[0], a.Add(x[1], a.Constant(-1))))),
            a.Multiply(g, a.Call(XLogY!, y, x[0])),
        ],
        Interval.All, "Math.Pow", "Pow", 60);

    // |x|' = sign x, 0 at 0
    public static readonly Function Abs = new(
        "Abs", 1, (x, _, _) => Math.Abs(x), (a, x, y, g) => [a.Multiply(g, a.Call(Sign!, x[0]))],
        Interval.NonNegative, "Math.Abs", "Abs", 1);

    // sign is flat wherever it is smooth
    public static readonly Function Sign = new(
        "Sign", 1, (x, _, _) => ScalarMath.Sign(x), (a, x, y, g) => [a.Constant(0)], Interval.Symmetric, "LossMath.Sign", null, 4);

    // the larger operand gets the adjoint; a tie splits it equally
    public static readonly Function Max = new(
        "Max", 2, (x, y, _) => ScalarMath.Max(x, y),
        (a, x, y, g) => [a.Half(x[1], x[0], g), a.Half(x[0], x[1], g)], Interval.All, "LossMath.Max", null, 2);

    // the smaller operand gets the adjoint; a tie splits it equally
    public static readonly Function Min = new(
        "Min", 2, (x, y, _) => ScalarMath.Min(x, y),
        (a, x, y, g) => [a.Half(x[0], x[1], g), a.Half(x[1], x[0], g)], Interval.All, "LossMath.Min", null, 2);

    // 0 outside, 1 elsewhere: at the ends, and at NaN; a bound gets the adjoint where it binds
    public static readonly Function Clamp = new(
        "Clamp", 3, ScalarMath.Clamp,
        (a, x, y, g) =>
        [
            a.Select(a.Or(a.LessThan(x[0], x[1]), a.LessThan(x[2], x[0])), a.Constant(0), g),
            a.Select(a.LessThan(x[0], x[1]), g, a.Constant(0)),
            a.Select(a.LessThan(x[2], x[0]), g, a.Constant(0)),
        ],
        Interval.All, "LossMath.Clamp", null, 2);

    // tanh' = 1 − tanh² = 4 σ(2x) σ(−2x), which keeps its digits where tanh is ±1
    public static readonly Function Tanh = new(
        "Tanh", 1, (x, _, _) => Math.Tanh(x),
        (a, x, y, g) => [a.Multiply(g, a.Constant(4), a.Call(Sigmoid!, a.Multiply(a.Constant(2), x[0])), a.Call(Sigmoid!, a.Multiply(a.Constant(-2), x[0])))],
        Interval.Symmetric, "Math.Tanh", "Tanh", 30);

    // erf' = 2/√π e^(−x²)
    public static readonly Function Erf = new(
        "Erf", 1, (x, _, _) => ScalarMath.Erf(x), (a, x, y, g) => [a.Multiply(g, Bell(a, x[0], 1.1283791670955126))],
        Interval.Symmetric, "LossMath.Erf", "Erf", 40);

    // erfc' = −2/√π e^(−x²)
    public static readonly Function Erfc = new(
        "Erfc", 1, (x, _, _) => ScalarMath.Erfc(x), (a, x, y, g) => [a.Multiply(g, Bell(a, x[0], -1.1283791670955126))],
        new Interval(0, 2), "LossMath.Erfc", "Erfc", 60);

    // σ' = σ(x) σ(−x)
    public static readonly Function Sigmoid = new(
        "Sigmoid", 1, (x, _, _) => ScalarMath.Sigmoid(x), (a, x, y, g) => [a.Multiply(g, y, a.Call(Sigmoid!, a.Negate(x[0])))],
        Interval.Unit, "LossMath.Sigmoid", null, 24);

    // log(1 + e^x)' = σ(x)
    public static readonly Function Softplus = new(
        "Softplus", 1, (x, _, _) => ScalarMath.Softplus(x), (a, x, y, g) => [a.Multiply(g, a.Call(Sigmoid, x[0]))],
        Interval.NonNegative, "LossMath.Softplus", null, 40);

    // log(e^a + e^b)' = σ(a − b) by a, σ(b − a) by b
    public static readonly Function LogAddExp = new(
        "LogAddExp", 2, (x, y, _) => ScalarMath.LogAddExp(x, y),
        (a, x, y, g) =>
        [
            a.Multiply(g, a.Call(Sigmoid, a.Gap(x[0], x[1]))),
            a.Multiply(g, a.Call(Sigmoid, a.Negate(a.Gap(x[0], x[1])))),
        ],
        Interval.All, "LossMath.LogAddExp", null, 40);

    // (log(1 + e^x) − t x)' = σ(x) − t, whose parts are as small as it is for t = 0 and t = 1; −x in t
    public static readonly Function SoftplusMinusMultiple = new(
        "SoftplusMinusMultiple", 2, (x, t, _) => ScalarMath.SoftplusMinusMultiple(x, t),
        (a, x, y, g) =>
        [
            a.Add(
                a.Multiply(g, a.Subtract(a.Constant(1), x[1]), a.Call(Sigmoid, x[0])),
                a.Negate(a.Multiply(g, x[1], a.Call(Sigmoid, a.Negate(x[0]))))),
            a.Negate(a.Multiply(g, x[0])),
        ],
        Interval.All, "Strong.SoftplusMinusMultiple", null, 40);

    // (log cosh x)' = tanh x
    public static readonly Function LogCosh = new(
        "LogCosh", 1, (x, _, _) => ScalarMath.LogCosh(x), (a, x, y, g) => [a.Multiply(g, a.Call(Tanh, x[0]))],
        Interval.NonNegative, "LossMath.LogCosh", null, 40);

    // (log σ(x))' = σ(−x)
    public static readonly Function LogSigmoid = new(
        "LogSigmoid", 1, (x, _, _) => ScalarMath.LogSigmoid(x), (a, x, y, g) => [a.Multiply(g, a.Call(Sigmoid, a.Negate(x[0])))],
        new Interval(double.NegativeInfinity, 0), "LossMath.LogSigmoid", null, 40);

    // max(x, 0)' = 0 for x < 0, 0 at 0, 1 elsewhere: at NaN, too
    public static readonly Function Relu = new(
        "Relu", 1, (x, _, _) => ScalarMath.Relu(x), (a, x, y, g) => [a.Select(a.LessThanOrEqual(x[0], a.Constant(0)), a.Constant(0), g)],
        Interval.NonNegative, "LossMath.Relu", null, 1);

    // (x log x)' = log x + 1
    public static readonly Function XLogX = new(
        "XLogX", 1, (x, _, _) => ScalarMath.XLogX(x), (a, x, y, g) => [a.Multiply(g, a.Add(a.Call(Log, x[0]), a.Constant(1)))],
        Interval.All, "LossMath.XLogX", null, 24);

    // a / b, and 0 for 0 / 0
    public static readonly Function QuotientOrZero = new(
        "QuotientOrZero", 2, (x, y, _) => x == 0 && y == 0 ? 0 : x / y,
        (a, x, y, g) => [a.QuotientOrZero(g, x[1]), a.Negate(a.QuotientOrZero(a.Multiply(g, y), x[1]))],
        Interval.All, "Strong.QuotientOrZero", "Strong.QuotientOrZero<V, T>", 10);

    // (x log y)' = log y in x; x / y in y, which is 0 for x = 0 whatever y is
    public static readonly Function XLogY = new(
        "XLogY", 2, (x, y, _) => ScalarMath.XLogY(x, y),
        (a, x, y, g) =>
        [
            a.Multiply(g, a.Call(Log, x[1])),
            a.Multiply(g, a.Call(StrongProduct!, x[0], a.Divide(a.Constant(1), x[1]))),
        ],
        Interval.All, "LossMath.XLogY", null, 24);

    // a · b, and 0 for a = 0 whatever b is: a weight of zero is a strong zero
    public static readonly Function StrongProduct = new(
        "StrongProduct", 2, (x, y, _) => x == 0 ? 0 : x * y,
        (a, x, y, g) => [a.Multiply(g, x[1]), a.Call(StrongProduct!, x[0], g)], Interval.All, "Strong.Product", "Strong.Product<V, T>", 3);

    // a · b, and z for 0 · ∞: z is 0, or NaN where an input that b was computed from is infinite or NaN. It appears after differentiation only.
    public static readonly Function ProductOrZero = new(
        "ProductOrZero", 3, (x, y, z) => x == 0 && double.IsNaN(x * y) ? z : x * y, (a, x, y, g) => [a.Multiply(g, x[1]), a.Multiply(g, x[0]), a.Constant(0)],
        Interval.All, "Strong.ProductOrZero", "Strong.ProductOrZero<V, T>", 3);

    // 0, and NaN where x is infinite or NaN. It appears after differentiation only.
    public static readonly Function ZeroIfFinite = new(
        "ZeroIfFinite", 1, (x, _, _) => x * 0, (a, x, y, g) => [a.Constant(0)], new Interval(0, 0), "Strong.ZeroIfFinite", "Strong.ZeroIfFinite<V, T>", 1);

    // x^p − 1, which keeps its digits where the power is almost one
    public static readonly Function PowM1 = new(
        "PowM1", 2, (x, p, _) => ScalarMath.PowM1(x, p), (a, x, y, g) => Pow.Derivative(a, x, a.Call(Pow, x[0], x[1]), g),
        Interval.All, "Strong.PowM1", null, 110);

    // 0, and NaN where x is NaN: what registers pass over in a maximum is not lost. It appears after differentiation only.
    public static readonly Function ZeroUnlessNaN = new(
        "ZeroUnlessNaN", 1, (x, _, _) => double.IsNaN(x) ? x : 0, (a, x, y, g) => [a.Constant(0)],
        new Interval(0, 0), "Strong.ZeroUnlessNaN", "Strong.ZeroUnlessNaN<V, T>", 2);

    // x, and the largest number at ∞: what overflows is still one number among others. It appears after differentiation only.
    public static readonly Function Saturated = new(
        "Saturated", 1, (x, _, _) => Math.Min(x, double.MaxValue), (a, x, y, g) => [g], Interval.All, "Strong.Saturated", "Strong.Saturated<V, T>", 1);

    // x, which is a sum that is taken before it is added to something else. It appears after differentiation only.
    public static readonly Function Grouped = new(
        "Grouped", 1, (x, _, _) => x, (a, x, y, g) => [g], Interval.All, "", null, 0);

    // 1 where the element at an index is the extremum of its row, 0 elsewhere. What is compared is the row that the extremum was taken of, in the form
    // that it has at the end: the same in another form is rounded in another way, and would not be equal. It appears in derivatives only.
    public static readonly Function Attained = new(
        "Attained", 2, (x, index, _) => double.NaN, (a, x, y, g) => [a.Constant(0), a.Constant(0)], Interval.Unit, "", null, 1);

    // x, and NaN at ∞: the precondition of a rewrite that would turn ∞ − ∞ into a number
    public static readonly Function BelowInfinity = new(
        "BelowInfinity", 1, (x, _, _) => double.IsPositiveInfinity(x) ? double.NaN : x, (a, x, y, g) => [g],
        Interval.All, "Strong.BelowInfinity", "Strong.BelowInfinity<V, T>", 2);

    // x, and 0 at −∞: what exponentials are shifted by. It cancels, so it has no derivative; it appears after differentiation only.
    public static readonly Function Pivot = new(
        "Pivot", 1, (x, _, _) => double.IsNegativeInfinity(x) ? 0 : x, (a, x, y, g) => [a.Constant(0)],
        Interval.All, "Strong.Pivot", "Strong.Pivot<V, T>", 2);

    // 1 / x, and 0 at 0: the scale of a softmax over nothing. It appears after differentiation only.
    public static readonly Function ReciprocalOrZero = new(
        "ReciprocalOrZero", 1, (x, _, _) => x == 0 ? 0 : 1 / x, (a, x, y, g) => [a.Negate(a.Multiply(g, y, y))],
        Interval.All, "Strong.ReciprocalOrZero", "Strong.ReciprocalOrZero<V, T>", 6);

    // s − 1, where s is 1 and smaller terms that add up to x, or has more than one 1. It appears after differentiation only.
    public static readonly Function Tail = new(
        "Tail", 2, (x, s, _) => Math.Abs(s - x - 1) < 0.5 ? x : s - 1, (a, x, y, g) => [a.Constant(0), g], Interval.All, "Strong.Tail", "Strong.Tail<V, T>", 4);

    /// <summary>What a formula can call by name.</summary>
    public static IReadOnlyList<Function> Callable { get; } =
    [
        Exp, ExpM1, Log, LogP1, Sqrt, Pow, Abs, Sign, Max, Min, Clamp, Tanh, Erf, Erfc, Sigmoid, Softplus, LogSigmoid, LogAddExp, LogCosh, Relu, XLogX, XLogY,
    ];

    /// <summary>Every function, those that only the compiler uses included.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        .. Callable, SoftplusMinusMultiple, StrongProduct, ProductOrZero, ZeroIfFinite, ZeroUnlessNaN, QuotientOrZero, PowM1, Attained, Saturated, Grouped,
        BelowInfinity, Pivot, ReciprocalOrZero, Tail,
    ];

    public static Function ByName(string name) => All.First(function => function.Name == name);

    // height · e^(−x²)
    private static Node Bell(Algebra a, Node x, double height) =>
        a.Multiply(a.Constant(height), a.Call(Exp, a.Negate(a.Multiply(x, x))));
}
