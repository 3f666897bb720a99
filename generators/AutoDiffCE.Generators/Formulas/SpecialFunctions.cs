namespace AutoDiffCE.Generators.Formulas;

/// <summary>The normal distribution, the gamma function and the beta function: a part of the table of <see cref="Functions"/>.</summary>
internal static class SpecialFunctions
{
    public static readonly Function NormalPdf = new(
        "NormalPdf", 1, (x, _, _) => ScalarMath.NormalPdf(x), new Interval(0, 0.3989422804014327), "LossMath.NormalPdf", "NormalPdf", 30)
    {
        LocalName = "density",
    };

    public static readonly Function NormalCdf = new(
        "NormalCdf", 1, (x, _, _) => ScalarMath.NormalCdf(x), Interval.Unit, "LossMath.NormalCdf", "NormalCdf", 60)
    {
        IncreasingFrom = double.NegativeInfinity,
        LocalName = "share",
    };

    public static readonly Function LogNormalCdf = new(
        "LogNormalCdf", 1, (x, _, _) => ScalarMath.LogNormalCdf(x), new Interval(double.NegativeInfinity, 0), "LossMath.LogNormalCdf", "LogNormalCdf", 110)
    {
        IncreasingFrom = double.NegativeInfinity,
    };

    // The density of the normal distribution over its distribution function. It appears in derivatives only.
    public static readonly Function InverseMills = new(
        "InverseMills", 1, (x, _, _) => ScalarMath.InverseMills(x), Interval.NonNegative, "Strong.InverseMills", "InverseMills", 70)
    {
        LocalName = "slope",
    };

    public static readonly Function LogGamma = new(
        "LogGamma", 1, (x, _, _) => ScalarMath.LogGamma(x), new Interval(-0.1215, double.PositiveInfinity), "LossMath.LogGamma", "LogGamma", 80)
    {
        Domain = Interval.NonNegative,
        IncreasingFrom = 1.5,
    };

    public static readonly Function Digamma = new("Digamma", 1, (x, _, _) => ScalarMath.Digamma(x), Interval.All, "LossMath.Digamma", "Digamma", 80)
    {
        Domain = Interval.NonNegative,
        IncreasingFrom = 0,
    };

    public static readonly Function Trigamma = new(
        "Trigamma", 1, (x, _, _) => ScalarMath.Trigamma(x), Interval.NonNegative, "LossMath.Trigamma", "Trigamma", 90)
    {
        Domain = Interval.NonNegative,
    };

    // The derivative of the trigamma function. It appears in derivatives only.
    public static readonly Function Tetragamma = new(
        "Tetragamma", 1, (x, _, _) => ScalarMath.Tetragamma(x), new Interval(double.NegativeInfinity, 0), "Strong.Tetragamma", "Tetragamma", 90)
    {
        Domain = Interval.NonNegative,
        LocalName = "slope",
    };

    public static readonly Function LogBeta = new("LogBeta", 2, (a, b, _) => ScalarMath.LogBeta(a, b), Interval.All, "LossMath.LogBeta", "LogBeta", 400)
    {
        Domain = Interval.NonNegative,
    };

    // ψ(a) − ψ(a + b), without what cancels: the derivative of LogBeta by a. It appears in derivatives only.
    public static readonly Function DigammaGap = new(
        "DigammaGap", 2, (a, b, _) => ScalarMath.DigammaGap(a, b), new Interval(double.NegativeInfinity, 0), "Strong.DigammaGap", "DigammaGap", 130)
    {
        Domain = Interval.NonNegative,
        LocalName = "slope",
    };

    /// <summary>The functions of this table that derivatives alone call.</summary>
    public static IReadOnlyList<Function> OfDerivatives { get; } = [InverseMills, Tetragamma, DigammaGap];

    /// <summary>The functions of this table that a formula can call.</summary>
    public static IReadOnlyList<Function> All { get; } = [NormalPdf, NormalCdf, LogNormalCdf, LogGamma, Digamma, Trigamma, LogBeta];
}
