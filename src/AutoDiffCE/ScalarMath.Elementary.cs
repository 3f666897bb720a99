using System;

namespace AutoDiffCE;

/// <content>The elementary functions that System.Math of .NET Standard does not have.</content>
internal static partial class ScalarMath
{
    // From here on √(1 + x²) is |x|, and the square may overflow in float, which the lanes compute in the same way: 2^60.
    private const double FarOut = 1152921504606846976;

    private const double LogOfTwo = 0.69314718055994531;

    /// <summary>The inverse of the hyperbolic sine, log(x + √(1 + x²)).</summary>
    public static double Asinh(double x)
    {
        double y = Math.Abs(x);

        // log(1 + y + y² / (1 + √(1 + y²))): near zero nothing cancels.
        double square = y * y;
        double logarithm = y > FarOut ? LogP1(y) + LogOfTwo : LogP1(y + square / (1 + Math.Sqrt(1 + square)));
        return x < 0 ? -logarithm : x == 0 ? x : logarithm;
    }

    /// <summary>The inverse of the hyperbolic cosine, log(x + √(x² − 1)); NaN below 1.</summary>
    public static double Acosh(double x)
    {
        // log(1 + t + √t √(x + 1)) with t = x − 1: near 1 nothing cancels, and below it the root is NaN.
        double above = x - 1;
        return x > FarOut ? LogP1(x) + LogOfTwo : LogP1(above + Math.Sqrt(above) * Math.Sqrt(x + 1));
    }

    /// <summary>The inverse of the hyperbolic tangent, ½ log((1 + x) / (1 − x)); ±∞ at ±1, NaN beyond.</summary>
    public static double Atanh(double x)
    {
        double y = Math.Abs(x);
        double half = 0.5 * LogP1(2 * y / (1 - y));
        return x < 0 ? -half : x == 0 ? x : half;
    }

    /// <summary>The cube root.</summary>
    public static double Cbrt(double x)
    {
        double y = Math.Abs(x);
        if (!(y > 0) || double.IsPositiveInfinity(y)) return x;

        // A third is rounded, so the power has some 44 bits; a step of Newton's iteration doubles them.
        double root = Math.Pow(y, 1.0 / 3);
        root += (y / (root * root) - root) / 3;
        return x < 0 ? -root : root;
    }

    /// <summary>√(x² + y²), without overflow or underflow of the squares; ∞ where either is infinite, whatever the other is.</summary>
    public static double Hypot(double x, double y)
    {
        (double a, double b) = (Math.Abs(x), Math.Abs(y));
        if (double.IsPositiveInfinity(a) || double.IsPositiveInfinity(b)) return double.PositiveInfinity;
        double larger = Max(a, b);
        if (!(larger > 0)) return larger;
        double ratio = Min(a, b) / larger;
        return larger * Math.Sqrt(1 + ratio * ratio);
    }
}
