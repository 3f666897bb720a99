namespace AutoDiffCE;

// The normal distribution with mean 0 and variance 1.
public static partial class LossMath
{
    /// <summary>The density of the normal distribution, e^(−x²/2)/√(2π), from 0 to 0.399, to full relative accuracy where it is small.</summary>
    /// <remarks>Derivative: −x · NormalPdf(x).</remarks>
    public static double NormalPdf(double x) => ScalarMath.NormalPdf(x);

    /// <inheritdoc cref="NormalPdf(double)"/>
    public static Row NormalPdf(Row x) => x.Map(ScalarMath.NormalPdf);

    /// <summary>
    /// The distribution function of the normal distribution, Φ(x) = ½ erfc(−x/√2), from 0 to 1, to full relative accuracy where it is small.
    /// </summary>
    /// <remarks>Derivative: NormalPdf(x).</remarks>
    public static double NormalCdf(double x) => ScalarMath.NormalCdf(x);

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static Row NormalCdf(Row x) => x.Map(ScalarMath.NormalCdf);

    /// <summary>log Φ(x), the logarithm of <see cref="NormalCdf(double)"/>, at most 0, to full relative accuracy far beyond where Φ(x) is 0 or 1.</summary>
    /// <remarks>Derivative: NormalPdf(x) / NormalCdf(x), which is about −x far below 0, without overflow or cancellation.</remarks>
    public static double LogNormalCdf(double x) => ScalarMath.LogNormalCdf(x);

    /// <inheritdoc cref="LogNormalCdf(double)"/>
    public static Row LogNormalCdf(Row x) => x.Map(ScalarMath.LogNormalCdf);
}
