namespace AutoDiffCE.Generators.Formulas;

/// <summary>The closed interval that values lie in; an infinite end is a bound that is not known or not there.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity);

    public static Interval NonNegative => new(0, double.PositiveInfinity);

    public static Interval Unit => new(0, 1);

    public static Interval Symmetric => new(-1, 1);

    public static Interval operator -(Interval x) => new(-x.High, -x.Low);

    public static Interval operator +(Interval x, Interval y) => new(x.Low + y.Low, x.High + y.High);

    public static Interval operator *(Interval x, Interval y)
    {
        double[] corners = [Corner(x.Low, y.Low), Corner(x.Low, y.High), Corner(x.High, y.Low), Corner(x.High, y.High)];
        return new Interval(corners.Min(), corners.Max());
    }

    /// <summary>Where the larger of two numbers lies.</summary>
    public static Interval Max(Interval x, Interval y) => new(Math.Max(x.Low, y.Low), Math.Max(x.High, y.High));

    /// <summary>Where the smaller of two numbers lies.</summary>
    public static Interval Min(Interval x, Interval y) => new(Math.Min(x.Low, y.Low), Math.Min(x.High, y.High));

    /// <summary>Where a number lies that lies in either.</summary>
    public static Interval Union(Interval x, Interval y) => new(Math.Min(x.Low, y.Low), Math.Max(x.High, y.High));

    /// <summary>Where a number lies that lies in both.</summary>
    public static Interval Intersection(Interval x, Interval y) => new(Math.Max(x.Low, y.Low), Math.Min(x.High, y.High));

    // Infinity is a bound that no value reaches: times zero it is zero.
    private static double Corner(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
}
