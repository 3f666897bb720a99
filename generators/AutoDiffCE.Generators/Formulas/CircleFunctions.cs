namespace AutoDiffCE.Generators.Formulas;

/// <summary>The functions of the circle and of the hyperbola, with their inverses: a part of the table of <see cref="Functions"/>.</summary>
internal static class CircleFunctions
{
    public static readonly Function Sinh = new("Sinh", 1, (x, _, _) => Math.Sinh(x), Interval.All, "Math.Sinh", "Sinh", 30)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = (x, _, _) => x,
    };

    public static readonly Function Cosh = new(
        "Cosh", 1, (x, _, _) => Math.Cosh(x), new Interval(1, double.PositiveInfinity), "Math.Cosh", "Cosh", 20)
    {
        IncreasingFrom = 0,
        IsPositive = (_, _, _) => true,
    };

    public static readonly Function Asinh = new("Asinh", 1, (x, _, _) => ScalarMath.Asinh(x), Interval.All, "LossMath.Asinh", "Asinh", 50)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = (x, _, _) => x,
    };

    public static readonly Function Acosh = new("Acosh", 1, (x, _, _) => ScalarMath.Acosh(x), Interval.NonNegative, "LossMath.Acosh", "Acosh", 50)
    {
        Domain = new Interval(1, double.PositiveInfinity),
        IncreasingFrom = 1,
        Breaks = "is 1",
    };

    public static readonly Function Atanh = new("Atanh", 1, (x, _, _) => ScalarMath.Atanh(x), Interval.All, "LossMath.Atanh", "Atanh", 40)
    {
        Domain = Interval.Symmetric,
    };

    public static readonly Function Sin = new("Sin", 1, (x, _, _) => Math.Sin(x), Interval.Symmetric, "Math.Sin", "Sin", 40);

    public static readonly Function Cos = new("Cos", 1, (x, _, _) => Math.Cos(x), Interval.Symmetric, "Math.Cos", "Cos", 40);

    public static readonly Function Tan = new("Tan", 1, (x, _, _) => Math.Tan(x), Interval.All, "Math.Tan", "Tan", 50);

    public static readonly Function Asin = new("Asin", 1, (x, _, _) => Math.Asin(x), new Interval(-Math.PI / 2, Math.PI / 2), "Math.Asin", "Asin", 50)
    {
        Domain = Interval.Symmetric,
        Breaks = "is ±1",
    };

    public static readonly Function Acos = new("Acos", 1, (x, _, _) => Math.Acos(x), new Interval(0, Math.PI), "Math.Acos", "Acos", 50)
    {
        Domain = Interval.Symmetric,
        Breaks = "is ±1",
    };

    public static readonly Function Atan = new("Atan", 1, (x, _, _) => Math.Atan(x), new Interval(-Math.PI / 2, Math.PI / 2), "Math.Atan", "Atan", 30)
    {
        IncreasingFrom = double.NegativeInfinity,
        IsPositive = (x, _, _) => x,
    };

    // it jumps between π and −π where y is 0 and x below
    public static readonly Function Atan2 = new("Atan2", 2, (y, x, _) => Math.Atan2(y, x), new Interval(-Math.PI, Math.PI), "Math.Atan2", "Atan2", 50)
    {
        IsPositive = (y, _, _) => y,
        Bends = [(0, -1)],
        LocalName = "angle",
    };

    public static readonly Function Hypot = new("Hypot", 2, (x, y, _) => ScalarMath.Hypot(x, y), Interval.NonNegative, "LossMath.Hypot", "Hypot", 24)
    {
        Image = (x, y, _) => new Interval(Math.Max(Math.Max(x.Low, -x.High), Math.Max(0, Math.Max(y.Low, -y.High))), double.PositiveInfinity),
        IsPositive = (x, y, _) => x || y,
        LocalName = "hypotenuse",
    };

    /// <summary>The functions of this table, all of which a formula can call.</summary>
    public static IReadOnlyList<Function> All { get; } = [Sinh, Cosh, Asinh, Acosh, Atanh, Sin, Cos, Tan, Asin, Acos, Atan, Atan2, Hypot];
}
