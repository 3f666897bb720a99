namespace AutoDiffCE;

// Whole numbers beside a number. What is differentiated through one of these has the gradient 0.
public static partial class LossMath
{
    /// <summary>⌊x⌋, the largest whole number that is not above x; infinities and NaN stay what they are.</summary>
    /// <remarks>Derivative: 0, at the jumps too, which are the whole numbers.</remarks>
    public static double Floor(double x) => Math.Floor(x);

    /// <inheritdoc cref="Floor(double)"/>
    public static Row Floor(Row x) => x.Map(Math.Floor);

    /// <summary>⌈x⌉, the smallest whole number that is not below x; infinities and NaN stay what they are.</summary>
    /// <remarks>Derivative: 0, at the jumps too, which are the whole numbers.</remarks>
    public static double Ceiling(double x) => Math.Ceiling(x);

    /// <inheritdoc cref="Ceiling(double)"/>
    public static Row Ceiling(Row x) => x.Map(Math.Ceiling);

    /// <summary>The whole number nearest to x, and the even one of two, as <see cref="Math.Round(double)"/> has it; infinities and NaN stay what they are.</summary>
    /// <remarks>Derivative: 0, at the jumps too, which are halfway between whole numbers.</remarks>
    public static double Round(double x) => Math.Round(x);

    /// <inheritdoc cref="Round(double)"/>
    public static Row Round(Row x) => x.Map(Math.Round);

    /// <summary>x without its fraction, the whole number next to it towards 0; infinities and NaN stay what they are.</summary>
    /// <remarks>Derivative: 0, at the jumps too, which are the whole numbers but 0.</remarks>
    public static double Truncate(double x) => Math.Truncate(x);

    /// <inheritdoc cref="Truncate(double)"/>
    public static Row Truncate(Row x) => x.Map(Math.Truncate);
}
