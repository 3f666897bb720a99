using System;

namespace AutoDiffCE;

/// <summary>
/// The functions of a formula on one double, to about one unit in the last place. The runtime evaluates formulas with them, and
/// the generator folds constants with them, so both get the same bits: the file is compiled into each of the two.
/// </summary>
internal static partial class ScalarMath
{
    // The exponential series is cut after x^19 / 19!: for |x| <= 1 the first term left out, 1/20!, is below 1e-18 of the result.
    private const int HighestPower = 19;

    /// <summary>e^x − 1, to full relative accuracy near 0.</summary>
    public static double ExpM1(double x)
    {
        // The sum below would lose the sign of zero.
        if (x == 0) return x;

        // Beyond 1 the subtraction costs at most one unit in the last place; inside, it would cancel.
        if (!(Math.Abs(x) <= 1)) return Math.Exp(x) - 1;

        // e^x - 1 = x + x^2 (1/2! + x/3! + x^2/4! + ...), and the bracket is 1/2 (1 + x/3 (1 + x/4 (1 + ...))).
        double nested = 1;
        for (int n = HighestPower; n >= 3; n--) nested = 1 + x / n * nested;
        return x + 0.5 * (x * x) * nested;
    }

    /// <summary>log(1 + x), to full relative accuracy near 0; −∞ at −1, NaN below.</summary>
    public static double LogP1(double x)
    {
        // At 0 the sign of zero would be lost, at -1 and infinity the correction is 0/0 and inf - inf.
        if (x == 0 || double.IsPositiveInfinity(x)) return x;
        if (x == -1) return double.NegativeInfinity;

        // What 1 + x lost in rounding is lost = x - (rounded - 1) exactly, and log(rounded + lost) = log(rounded) + lost / rounded
        // up to its square, which is far below the last place.
        double rounded = 1 + x;
        double lost = x - (rounded - 1);
        return Math.Log(rounded) + lost / rounded;
    }

    /// <summary>The error function, 2/√π ∫₀ˣ e^−t² dt.</summary>
    public static double Erf(double x)
    {
        double y = Math.Abs(x);
        if (y < 1) return ErfNearZero(x);
        double far = 1 - ErfcFarFromZero(y);
        return x < 0 ? -far : far;
    }

    /// <summary>1 − erf x, to full relative accuracy where it is small.</summary>
    public static double Erfc(double x)
    {
        double y = Math.Abs(x);
        if (y < 0.5) return 1 - ErfNearZero(x);
        double far = ErfcFarFromZero(y);
        return x < 0 ? 2 - far : far;
    }

    /// <summary>1 / (1 + e^−x).</summary>
    public static double Sigmoid(double x)
    {
        // The exponential of a negative number never overflows, and the small end keeps its relative accuracy.
        double exponential = Math.Exp(-Math.Abs(x));
        return x < 0 ? exponential / (1 + exponential) : 1 / (1 + exponential);
    }

    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>log(e^a + e^b).</summary>
    public static double LogAddExp(double a, double b)
    {
        // Equal infinities have no difference; whatever it is, the sum is theirs.
        double difference = a == b ? 0 : Math.Abs(a - b);
        return Math.Max(a, b) + LogP1(Math.Exp(-difference));
    }

    /// <summary>x^p − 1, to full relative accuracy where the power is almost 1.</summary>
    public static double PowM1(double x, double p)
    {
        double exponent = p * Math.Log(x);

        // Farther from 1 the subtraction costs at most two units in the last place; the exponent of a large power is rounded.
        return Math.Abs(exponent) < 0.5 ? ExpM1(exponent) : Math.Pow(x, p) - 1;
    }

    /// <summary>log(1 + e^x) − t x, to full relative accuracy for t = 0 and t = 1.</summary>
    public static double SoftplusMinusMultiple(double x, double t)
    {
        // log(1 + e^x) = log(1 + e^−|x|) + [0 < x] x
        double multiple = (x > 0 ? 1 : 0) - t;
        return LogP1(Math.Exp(-Math.Abs(x))) + (multiple == 0 ? 0 : multiple * x);
    }

    /// <summary>log cosh x, to full relative accuracy near 0.</summary>
    public static double LogCosh(double x)
    {
        double a = Math.Abs(x);

        // With n = e^−a − 1: cosh x − 1 = n² / (2 (1 + n)), small where x is; and cosh x = ½ e^a (1 + (1 + n)²) far out.
        double n = ExpM1(-a);
        return a < 2 ? LogP1(n * n / (2 * (1 + n))) : a - 0.69314718055994531 + LogP1((1 + n) * (1 + n));
    }

    /// <summary>log(1 / (1 + e^−x)).</summary>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <summary>max(x, 0); NaN stays NaN.</summary>
    public static double Relu(double x) => x < 0 ? 0 : x;

    /// <summary>−1, 0 or 1; NaN stays NaN.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : double.NaN;

    /// <summary>x, or the bound it exceeds; the upper bound wins where the two cross. NaN if any of them is NaN.</summary>
    public static double Clamp(double x, double min, double max)
    {
        double raised = x >= min || double.IsNaN(x) ? x : min;
        return raised <= max || double.IsNaN(raised) ? raised : max;
    }

    /// <summary>x log x, which is 0 at 0.</summary>
    public static double XLogX(double x) => x == 0 ? 0 : x * Math.Log(x);

    /// <summary>x log y, which is 0 at x = 0 whatever y is.</summary>
    public static double XLogY(double x, double y) => x == 0 ? 0 : x * Math.Log(y);

    /// <summary>The larger; NaN if either is NaN.</summary>
    public static double Max(double left, double right) => Math.Max(left, right);

    /// <summary>The smaller; NaN if either is NaN.</summary>
    public static double Min(double left, double right) => Math.Min(left, right);

    /// <summary>√Σ value², without overflow or underflow of the squares; 0 for no values.</summary>
    public static double Norm(double[] values)
    {
        double largest = 0;
        foreach (double value in values) largest = Max(largest, Math.Abs(value));
        if (!(largest > 0) || double.IsPositiveInfinity(largest)) return largest;

        // Scaled by its largest magnitude the row has squares between 0 and 1, and one of them is 1.
        double sum = 0;
        foreach (double value in values) sum += value / largest * (value / largest);
        return largest * Math.Sqrt(sum);
    }

    /// <summary>log Σ e^value; −∞ for no values.</summary>
    public static double LogSumExp(double[] values)
    {
        int largest = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) return double.NaN;
            if (largest < 0 || values[i] > values[largest]) largest = i;
        }

        if (largest < 0) return double.NegativeInfinity;

        // An infinite maximum is the result, and infinity minus infinity would be NaN.
        double max = values[largest];
        if (double.IsInfinity(max)) return max;

        // The term of the maximum is 1; kept out of the sum it costs the others no accuracy.
        double others = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (i != largest) others += Math.Exp(values[i] - max);
        }

        return max + LogP1(others);
    }

    // erf x = 2/√π x (1 − x²/(1!·3) + x⁴/(2!·5) − ...). The first term is x + x (2/√π − 1), so that only an eighth of it is rounded.
    // For |x| < 1 the first term left out, 1/(21!·43), is below 1e-21.
    private static double ErfNearZero(double x)
    {
        double square = x * x;
        double nested = 0;
        for (int n = 20; n >= 1; n--) nested = -square / n * (1.0 / (2 * n + 1) + nested);
        return x + x * (0.12837916709551257 + 1.1283791670955126 * nested);
    }

    // √π is the sum of the two.
    private const double RootPi = 1.772453850905516, BelowRootPi = -7.666586499825799e-17;

    // Laplace's continued fraction: √π e^y² erfc y = 1 / (y + 1/2 / (y + 2/2 / (y + 3/2 / (y + ...)))). 200/y² + 14 levels leave
    // less than a unit in the last place from y = 1/2 on.
    private static double ErfcFarFromZero(double y)
    {
        if (double.IsNaN(y)) return y;

        // e^-745 is the smallest number there is; beyond, y² would overflow.
        if (y > 27.3) return 0;
        double fraction = y;
        for (int k = (int)(200 / (y * y)) + 14; k >= 2; k--) fraction = y + 0.5 * k / fraction;

        // What the last sum loses in rounding, and √π in its digits, is given back; what is added is below y.
        double rest = 0.5 / fraction;
        double sum = y + rest;
        double divisor = RootPi * sum;
        double belowDivisor = RootPi * (y - sum + rest) + BelowRootPi * sum;

        // What y² lost in rounding would be multiplied by the exponential; 2^27 + 1 splits y into halves whose squares are exact.
        double square = y * y;
        double shifted = y * 134217729;
        double top = shifted - (shifted - y);
        double lost = (top * top - square) + (y - top) * (y + top);
        double exponential = Math.Exp(-square);
        return (exponential - exponential * (lost + belowDivisor / divisor)) / divisor;
    }
}
