namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// The table of elementary functions, one entry each, with those of <see cref="CircleFunctions"/>, <see cref="SpecialFunctions"/> and
/// <see cref="WholeFunctions"/>. Their derivatives are a table of their own, in Calculus.
/// </summary>
internal static class Functions
{
    public static readonly Function Exp = new("Exp", 1, (x, _, _) => Math.Exp(x), Interval.NonNegative, "Math.Exp", "Exp", 14)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = Always,
        LocalName = "exponential",
    };

    public static readonly Function ExpM1 = new(
        "ExpM1", 1, (x, _, _) => ScalarMath.ExpM1(x), new Interval(-1, double.PositiveInfinity), "LossMath.ExpM1", "ExpM1", 22)
    {
        IncreasingFrom = double.NegativeInfinity,
    };

    public static readonly Function Log = new("Log", 1, (x, _, _) => Math.Log(x), Interval.All, "Math.Log", "Log", 20)
    {
        Domain = Interval.NonNegative,
        IncreasingFrom = 0,
        LocalName = "logarithm",
    };

    public static readonly Function LogP1 = new("LogP1", 1, (x, _, _) => ScalarMath.LogP1(x), Interval.All, "LossMath.LogP1", "LogP1", 24)
    {
        Domain = new Interval(-1, double.PositiveInfinity),
        LocalName = "logarithm",
    };

    public static readonly Function Sqrt = new("Sqrt", 1, (x, _, _) => Math.Sqrt(x), Interval.NonNegative, "Math.Sqrt", "Sqrt", 8)
    {
        Domain = Interval.NonNegative,
        IncreasingFrom = 0,
        IsPositive = LikeFirst,
        Bends = [(0, -1)],
        LocalName = "root",
    };

    public static readonly Function Cbrt = new("Cbrt", 1, (x, _, _) => ScalarMath.Cbrt(x), Interval.All, "LossMath.Cbrt", "Cbrt", 40)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = LikeFirst,
        Bends = [(0, -1)],
        LocalName = "root",
    };

    public static readonly Function Pow = new("Pow", 2, (x, p, _) => Math.Pow(x, p), Interval.All, "Math.Pow", "Pow", 60)
    {
        Domain = Interval.NonNegative,
        Image = (x, _, _) => x.Low >= 0 ? Interval.NonNegative : Interval.All,
        IsPositive = LikeFirst,
        Bends = [(0, -1)],
    };

    // 2^x, in place of a power at the end. It appears after differentiation only.
    public static readonly Function Exp2 = new("Exp2", 1, (x, _, _) => Math.Pow(2, x), Interval.NonNegative, "LossMath.Exp2", "Exp2", 18)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = Always,
        LocalName = "power",
    };

    public static readonly Function Abs = new("Abs", 1, (x, _, _) => Math.Abs(x), Interval.NonNegative, "Math.Abs", "Abs", 1)
    {
        Image = (x, _, _) => x.Low >= 0 ? x : x.High <= 0 ? -x : new Interval(0, Math.Max(-x.Low, x.High)),
        IsPositive = LikeFirst,
        Bends = [(0, -1)],
        IsExact = true,
        LocalName = "magnitude",
    };

    public static readonly Function Sign = new("Sign", 1, (x, _, _) => ScalarMath.Sign(x), Interval.Symmetric, "LossMath.Sign", null, 4)
    {
        IncreasingFrom = double.NegativeInfinity,
        Bends = [(0, -1)],
        IsExact = true,
    };

    public static readonly Function Max = new("Max", 2, (x, y, _) => ScalarMath.Max(x, y), Interval.All, "LossMath.Max", "Strong.Max<V, T>", 4)
    {
        Image = (x, y, _) => Interval.Max(x, y),
        IsPositive = (x, y, _) => x || y,
        Bends = [(0, 1)],
        IsExact = true,
        LocalName = "larger",
    };

    public static readonly Function Min = new("Min", 2, (x, y, _) => ScalarMath.Min(x, y), Interval.All, "LossMath.Min", "Strong.Min<V, T>", 4)
    {
        Image = (x, y, _) => Interval.Min(x, y),
        IsPositive = (x, y, _) => x && y,
        Bends = [(0, 1)],
        IsExact = true,
        LocalName = "smaller",
    };

    public static readonly Function Clamp = new("Clamp", 3, ScalarMath.Clamp, Interval.All, "LossMath.Clamp", null, 2)
    {
        Image = (x, low, high) => Interval.Min(Interval.Max(x, low), high),
        IsPositive = (x, low, high) => high && (x || low),
        Bends = [(0, 1), (0, 2), (1, 2)],
        IsExact = true,
    };

    public static readonly Function Tanh = new("Tanh", 1, (x, _, _) => Math.Tanh(x), Interval.Symmetric, "Math.Tanh", "Tanh", 30)
    {
        IncreasingFrom = double.NegativeInfinity,
    };

    public static readonly Function Erf = new("Erf", 1, (x, _, _) => ScalarMath.Erf(x), Interval.Symmetric, "LossMath.Erf", "Erf", 40)
    {
        IncreasingFrom = double.NegativeInfinity,
    };

    public static readonly Function Erfc = new("Erfc", 1, (x, _, _) => ScalarMath.Erfc(x), new Interval(0, 2), "LossMath.Erfc", "Erfc", 60);

    public static readonly Function Sigmoid = new("Sigmoid", 1, (x, _, _) => ScalarMath.Sigmoid(x), Interval.Unit, "LossMath.Sigmoid", null, 24)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = Always,
    };

    public static readonly Function Softplus = new(
        "Softplus", 1, (x, _, _) => ScalarMath.Softplus(x), Interval.NonNegative, "LossMath.Softplus", null, 40)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = Always,
    };

    public static readonly Function LogAddExp = new(
        "LogAddExp", 2, (x, y, _) => ScalarMath.LogAddExp(x, y), Interval.All, "LossMath.LogAddExp", null, 40);

    public static readonly Function SoftplusMinusMultiple = new(
        "SoftplusMinusMultiple", 2, (x, t, _) => ScalarMath.SoftplusMinusMultiple(x, t), Interval.All, "Strong.SoftplusMinusMultiple", null, 40)
    {
        Image = (_, t, _) => t.Low >= 0 && t.High <= 1 ? Interval.NonNegative : Interval.All,
    };

    public static readonly Function LogCosh = new(
        "LogCosh", 1, (x, _, _) => ScalarMath.LogCosh(x), Interval.NonNegative, "LossMath.LogCosh", null, 40);

    public static readonly Function LogSigmoid = new(
        "LogSigmoid", 1, (x, _, _) => ScalarMath.LogSigmoid(x), new Interval(double.NegativeInfinity, 0), "LossMath.LogSigmoid", null, 40);

    public static readonly Function Relu = new("Relu", 1, (x, _, _) => ScalarMath.Relu(x), Interval.NonNegative, "LossMath.Relu", null, 1)
    {
        IncreasingFrom = double.NegativeInfinity,
        Bends = [(0, -1)],
        IsExact = true,
    };

    public static readonly Function XLogX = new("XLogX", 1, (x, _, _) => ScalarMath.XLogX(x), Interval.All, "LossMath.XLogX", null, 24)
    {
        Domain = Interval.NonNegative,
    };

    // a / b, and 0 for 0 / 0
    public static readonly Function QuotientOrZero = new(
        "QuotientOrZero", 2, (x, y, _) => x == 0 && y == 0 ? 0 : x / y, Interval.All, "Strong.QuotientOrZero", "Strong.QuotientOrZero<V, T>", 10);

    // a b / y, and 0 for 0 / 0, in the order in which nothing on the way is out of range. It appears after differentiation only.
    public static readonly Function WeightedQuotient = new(
        "WeightedQuotient", 3, WeightedQuotientOf, Interval.All, "Strong.WeightedQuotient", "Strong.WeightedQuotient<V, T>", 10)
    {
        LocalName = "quotient",
    };

    public static readonly Function XLogY = new("XLogY", 2, (x, y, _) => ScalarMath.XLogY(x, y), Interval.All, "LossMath.XLogY", null, 24)
    {
        Domain = Interval.NonNegative,
    };

    // a · b, and 0 for a = 0 whatever b is: a weight of zero is a strong zero
    public static readonly Function StrongProduct = new(
        "StrongProduct", 2, (x, y, _) => x == 0 ? 0 : x * y, Interval.All, "Strong.Product", "Strong.Product<V, T>", 3)
    {
        Image = (x, y, _) => x * y,
        IsPositive = (x, y, _) => x && y,
        LocalName = "product",
    };

    // A product p of a factor, or a divisor, a; z where that is 0 and the product NaN: z is 0, or NaN where an input that it was computed from is infinite or
    // NaN. It appears after differentiation only.
    public static readonly Function ProductOrZero = new(
        "ProductOrZero", 3, (a, p, z) => a == 0 && double.IsNaN(p) ? z : p, Interval.All, "Strong.ProductOrZero", "Strong.ProductOrZero<V, T>", 3)
    {
        Image = (_, p, _) => p,
        LocalName = "product",
    };

    // 0, and NaN where x is infinite or NaN. It appears after differentiation only.
    public static readonly Function ZeroIfFinite = new(
        "ZeroIfFinite", 1, (x, _, _) => x * 0, new Interval(0, 0), "Strong.ZeroIfFinite", "Strong.ZeroIfFinite<V, T>", 1);

    // x^p − 1, which keeps its digits where the power is almost one
    public static readonly Function PowM1 = new("PowM1", 2, (x, p, _) => ScalarMath.PowM1(x, p), Interval.All, "Strong.PowM1", null, 110)
    {
        Domain = Interval.NonNegative,
    };

    // 0, and NaN where x is NaN: what registers pass over in a maximum is not lost. It appears after differentiation only.
    public static readonly Function ZeroUnlessNaN = new(
        "ZeroUnlessNaN", 1, (x, _, _) => double.IsNaN(x) ? x : 0, new Interval(0, 0), "Strong.ZeroUnlessNaN", "Strong.ZeroUnlessNaN<V, T>", 2);

    // x, and the largest number at ∞: what overflows is still one number among others. It appears after differentiation only.
    public static readonly Function Saturated = new(
        "Saturated", 1, (x, _, _) => Math.Min(x, double.MaxValue), Interval.All, "Strong.Saturated", "Strong.Saturated<V, T>", 1);

    // The extrema of a number and of anything: what a register has gives its second operand where one is NaN. They appear after differentiation only.
    public static readonly Function MaxOfNumber = Max with { Name = "MaxOfNumber", Lanes = "Max", Cost = 2 };

    public static readonly Function MinOfNumber = Min with { Name = "MinOfNumber", Lanes = "Min", Cost = 2 };

    // x, which is a sum that is taken before it is added to something else. It appears after differentiation only.
    public static readonly Function Grouped = new("Grouped", 1, (x, _, _) => x, Interval.All, "", null, 0)
    {
        Image = (x, _, _) => x,
        IsPositive = LikeFirst,
    };

    // 1 where the element at an index is the extremum of its row, 0 elsewhere. What is compared is the row that the extremum was taken of, in the form
    // that it has at the end: the same in another form is rounded in another way, and would not be equal. It appears in derivatives only.
    public static readonly Function Attained = new("Attained", 2, (x, index, _) => double.NaN, Interval.Unit, "", null, 1);

    // The element at an index of the row that an extremum is taken of. A decision compares it with others of that row, and so it is computed as they are,
    // whatever form it would have by itself. It appears where formulas are stable only.
    public static readonly Function ElementAt = new("ElementAt", 2, (extremum, index, _) => double.NaN, Interval.All, "", null, 0);

    // x, which is y in exact arithmetic: x is computed, y is printed. Only differentiation itself sees it; what it gives has one or the other.
    public static readonly Function PrintedAs = new("PrintedAs", 2, (x, y, _) => x, Interval.All, "", null, 0)
    {
        Image = (x, _, _) => x,
    };

    // x, and NaN at ∞: the precondition of a rewrite that would turn ∞ − ∞ into a number
    public static readonly Function BelowInfinity = new(
        "BelowInfinity", 1, (x, _, _) => double.IsPositiveInfinity(x) ? double.NaN : x, Interval.All, "Strong.BelowInfinity", "Strong.BelowInfinity<V, T>", 2)
    {
        Image = (x, _, _) => x,
        IsPositive = LikeFirst,
    };

    // x, and 0 at −∞: what exponentials are shifted by. It cancels, so it has no derivative; it appears after differentiation only.
    public static readonly Function Pivot = new(
        "Pivot", 1, (x, _, _) => double.IsNegativeInfinity(x) ? 0 : x, Interval.All, "Strong.Pivot", "Strong.Pivot<V, T>", 2);

    // 1 / x, and 0 at 0: the scale of a softmax over nothing. It appears after differentiation only.
    public static readonly Function ReciprocalOrZero = new(
        "ReciprocalOrZero", 1, (x, _, _) => x == 0 ? 0 : 1 / x, Interval.All, "Strong.ReciprocalOrZero", "Strong.ReciprocalOrZero<V, T>", 6)
    {
        LocalName = "reciprocal",
    };

    // s − 1, where s is 1 and smaller terms that add up to x, or has more than one 1. It appears after differentiation only.
    public static readonly Function Tail = new(
        "Tail", 2, (x, s, _) => Math.Abs(s - x - 1) < 0.5 ? x : s - 1, Interval.All, "Strong.Tail", "Strong.Tail<V, T>", 4);

    /// <summary>What a formula can call by name.</summary>
    public static IReadOnlyList<Function> Callable { get; } =
    [
        Exp, ExpM1, Log, LogP1, Sqrt, Cbrt, Pow, Abs, Sign, Max, Min, Clamp, Tanh, Erf, Erfc, Sigmoid, Softplus, LogSigmoid, LogAddExp, LogCosh, Relu, XLogX, XLogY,
        .. CircleFunctions.All, .. WholeFunctions.All, .. SpecialFunctions.All,
    ];

    /// <summary>Every function, those that only the compiler uses included.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        .. Callable, SoftplusMinusMultiple, StrongProduct, ProductOrZero, ZeroIfFinite, ZeroUnlessNaN, QuotientOrZero, WeightedQuotient, PowM1, Attained,
        ElementAt, PrintedAs, Saturated, MaxOfNumber, MinOfNumber, Grouped, BelowInfinity, Pivot, ReciprocalOrZero, Tail, Exp2,
        .. SpecialFunctions.OfDerivatives,
    ];

    public static Function ByName(string name) => All.First(function => function.Name == name);

    private static double WeightedQuotientOf(double a, double b, double y)
    {
        bool isFirst = Math.Abs(a) < Math.Abs(b) == Math.Abs(y) < 1;
        return QuotientOrZero.Evaluate(isFirst ? a : b, y, 0) * (isFirst ? b : a);
    }

    private static bool Always(bool x, bool y, bool z) => true;

    private static bool LikeFirst(bool x, bool y, bool z) => x;
}
