namespace AutoDiffCE.Generators.Formulas;

/// <summary>The closed interval that values lie in; an infinite end is a bound that is not known or not there.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity);

    public static Interval NonNegative => new(0, double.PositiveInfinity);

    public static Interval Unit => new(0, 1);

    public static Interval Symmetric => new(-1, 1);
}
