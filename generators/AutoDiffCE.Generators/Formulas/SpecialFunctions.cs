namespace AutoDiffCE.Generators.Formulas;

/// <summary>The normal distribution: a part of the table of <see cref="Functions"/>.</summary>
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

    /// <summary>The functions of this table that a formula can call.</summary>
    public static IReadOnlyList<Function> All { get; } = [NormalPdf, NormalCdf, LogNormalCdf];
}
