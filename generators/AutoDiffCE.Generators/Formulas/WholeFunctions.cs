namespace AutoDiffCE.Generators.Formulas;

/// <summary>The functions that make whole numbers, flat between their jumps: a part of the table of <see cref="Functions"/>.</summary>
internal static class WholeFunctions
{
    public static readonly Function Floor = Step("Floor", Math.Floor, "is whole");

    public static readonly Function Ceiling = Step("Ceiling", Math.Ceiling, "is whole");

    public static readonly Function Round = Step("Round", Math.Round, "is halfway between whole numbers");

    public static readonly Function Truncate = Step("Truncate", Math.Truncate, "is whole");

    /// <summary>The functions of this table, all of which a formula can call.</summary>
    public static IReadOnlyList<Function> All { get; } = [Floor, Ceiling, Round, Truncate];

    private static Function Step(string name, Func<double, double> evaluate, string breaks) =>
        new(name, 1, (x, _, _) => evaluate(x), Interval.All, "Math." + name, name, 3)
        {
            IncreasingFrom = double.NegativeInfinity,
            Breaks = breaks,
            IsExact = true,
        };
}
