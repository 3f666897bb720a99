using System;

namespace AutoDiffCE;

/// <content>The logarithm of the beta function.</content>
internal static partial class ScalarMath
{
    // From here on what Stirling's expansion leaves has all digits.
    private const double StartOfBeta = 2.5;

    private const double HalfLogOfTwoPi = 0.91893853320467274;

    /// <summary>
    /// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for positive numbers, in which large terms cancel before they are rounded: ∞ where either is 0, −∞ where
    /// one is infinite, NaN where one is negative.
    /// </summary>
    public static double LogBeta(double a, double b)
    {
        if (!(a >= 0 && b >= 0)) return double.NaN;
        (double p, double q) = (Math.Min(a, b), Math.Max(a, b));
        if (double.IsPositiveInfinity(q)) return p == 0 ? double.NaN : double.NegativeInfinity;
        if (p == 0) return double.PositiveInfinity;
        double sum = p + q;

        // Beside the root 2, what the sum lost in rounding is as large as what is left.
        if (q < StartOfBeta) return LogGamma(p) + (LogGamma(q) - (LogGamma(sum) + Digamma(sum) * (p - (sum - q))));

        // log Γ(q) − log Γ(p + q) = p − p log(p + q) − (q − ½) log(1 + p/q) and a small rest
        double rest = RestOfStirling(q) - RestOfStirling(sum);
        double excess = LogP1(p / q);
        if (p < StartOfBeta) return LogGamma(p) + (p * (1 - Math.Log(sum)) - (q - 0.5) * excess + rest);
        return HalfLogOfTwoPi + (rest + RestOfStirling(p)) - 0.5 * Math.Log(q) - (p - 0.5) * LogP1(q / p) - q * excess;
    }

    /// <summary>ψ(a) − ψ(a + b), the derivative of <see cref="LogBeta"/> by a, for positive numbers: nothing cancels, however close the two are.</summary>
    public static double DigammaGap(double a, double b)
    {
        if (!(a >= 0 && b >= 0)) return double.NaN;
        (double x, double y) = (a, a + b);

        // 1/x − 1/y = b/y/x
        double steps = 0;
        for (; x < FarOfGamma; x++, y++) steps += Share(b, y) / x;

        // log(1 + b/x) + (1/x − 1/y)/2 + u r(u) − v r(v) with u = 1/x², v = 1/y², the latter a divided difference by Horner's scheme.
        (double inverse, double other) = (1 / x, 1 / y);
        (double u, double v) = (inverse * inverse, other * other);
        (double value, double divided) = (0, 0);
        for (int n = digammaRest.Length - 1; n >= -1; n--)
        {
            divided = value + divided * v;
            value = (n < 0 ? 0 : digammaRest[n]) + value * u;
        }
        double gap = Share(b, y) * inverse;
        return -(steps + (LogP1(b / x) + gap * (0.5 + (inverse + other) * divided)));
    }

    private static double Share(double part, double whole) => double.IsPositiveInfinity(part) ? 1 : part / whole;
}
