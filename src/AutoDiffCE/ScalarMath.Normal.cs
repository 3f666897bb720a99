using System;

namespace AutoDiffCE;

/// <content>The normal distribution, and logarithms of differences of exponentials.</content>
internal static partial class ScalarMath
{
    // 1/√(2π)
    private const double InverseRootOfTwoPi = 0.3989422804014327;

    /// <summary>log(1 − e^x), to full relative accuracy: −∞ at 0, NaN above.</summary>
    public static double Log1mExp(double x) => x < -LogOfTwo ? LogP1(-Math.Exp(x)) : Math.Log(-ExpM1(x));

    /// <summary>log(e^a − e^b), without overflow: −∞ where they are equal, NaN for a below b, and where both are infinite.</summary>
    public static double LogSubExp(double a, double b) => a + Log1mExp(b - a);

    /// <summary>The density of the normal distribution, e^(−x²/2)/√(2π).</summary>
    public static double NormalPdf(double x) => InverseRootOfTwoPi * HalfBell(Math.Abs(x));

    /// <summary>The distribution function of the normal distribution, ½ erfc(−x/√2), to full relative accuracy where it is small.</summary>
    public static double NormalCdf(double x)
    {
        double y = Math.Abs(x);
        if (y < 1) return NormalCdfNearZero(x);
        if (double.IsNaN(x)) return x;
        double tail = HalfBell(y) * (InverseRootOfTwoPi / InverseMillsOfTail(y));
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>The logarithm of <see cref="NormalCdf"/>, to full relative accuracy in both tails.</summary>
    public static double LogNormalCdf(double x)
    {
        if (x > 0) return LogP1(-NormalCdf(-x));
        double y = -x;
        if (y < 1) return Math.Log(NormalCdfNearZero(x));
        return double.IsNaN(x) ? x : Math.Log(InverseRootOfTwoPi / InverseMillsOfTail(y)) - 0.5 * y * y;
    }

    /// <summary>The density of the normal distribution over its distribution function, the derivative of <see cref="LogNormalCdf"/>.</summary>
    public static double InverseMills(double x) => x <= -1 ? InverseMillsOfTail(-x) : NormalPdf(x) / NormalCdf(x);

    // e^(−y²/2) for y of at least 0. What y² lost in rounding would be multiplied by the exponential: see ErfcFarFromZero.
    private static double HalfBell(double y)
    {
        if (double.IsNaN(y)) return y;

        // e^-745.2 rounds to 0; beyond, y² would overflow.
        if (y > 39) return 0;
        double square = y * y;
        double shifted = y * 134217729;
        double top = shifted - (shifted - y);
        double lost = (top * top - square) + (y - top) * (y + top);
        double exponential = Math.Exp(-0.5 * square);
        return exponential - exponential * (0.5 * lost);
    }

    // ½ + x/√(2π) Σ (−x²/2)^n / (n! (2n + 1)), whose last term is 2^−20/(20! · 41) at most, below 1e-26.
    private static double NormalCdfNearZero(double x)
    {
        double half = 0.5 * (x * x);
        double nested = 0;
        for (int n = 20; n >= 1; n--) nested = -half / n * (1.0 / (2 * n + 1) + nested);
        return 0.5 + InverseRootOfTwoPi * (x + x * nested);
    }

    // Laplace's continued fraction, y + 1/(y + 2/(y + 3/(y + ...))), which is that of erfc y/√2; so are the 400/y² + 14 levels, from y = 1 on.
    private static double InverseMillsOfTail(double y)
    {
        double fraction = y;
        for (int k = (int)(400 / (y * y)) + 14; k >= 1; k--) fraction = y + k / fraction;
        return fraction;
    }
}
