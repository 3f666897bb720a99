namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>A precision: float or double.</summary>
internal interface IFormat
{
    /// <summary>Half a unit in the last place of 1.</summary>
    static abstract double Unit { get; }

    /// <summary>Below it, digits are lost.</summary>
    static abstract double SmallestNormal { get; }

    static abstract double Largest { get; }

    static abstract double Round(double x);
}

/// <summary>float.</summary>
internal readonly struct SingleFormat : IFormat
{
    public static double Unit => 1.0 / (1 << 24);

    public static double SmallestNormal => 1.1754943508222875e-38;

    public static double Largest => float.MaxValue;

    public static double Round(double x) => (float)x;
}

/// <summary>double.</summary>
internal readonly struct DoubleFormat : IFormat
{
    public static double Unit => 1.0 / (1L << 53);

    public static double SmallestNormal => 2.2250738585072014e-308;

    public static double Largest => double.MaxValue;

    public static double Round(double x) => x;
}
