namespace AutoDiffCE.Tests.Simd;

/// <summary>Elementary functions of a double to about 100 bits, slowly.</summary>
internal static class PreciseMath
{
    // ln 2 = 0.6931471805599453094172321214581765680755..., in two parts.
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    // 2 / sqrt pi = 1.12837916709551257389615890312154517168810125865800, in two parts.
    private static readonly DoubleDouble SlopeOfErf = new(1.1283791670955126, 1.533545961316588e-17);

    public static ScaledNumber Exp(double x) => Exp((DoubleDouble)x);

    private static ScaledNumber Exp(DoubleDouble x)
    {
        DoubleDouble reduced = Reduce(x, out int n);
        return new(ExpM1Series(reduced) + 1, n);
    }

    public static ScaledNumber ExpM1(double x)
    {
        if (x < -60) return new(-1.0, 0);
        return x > 100 ? Exp(x) : new(ExpM1((DoubleDouble)x), 0);
    }

    /// <summary>One Newton step from the double logarithm y: x = e^y (1 + d) makes log x = y + log(1 + d), and d is a few 1e-16.</summary>
    public static ScaledNumber Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.5)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // Close to 1 the logarithm of 1 + (x - 1) keeps the relative precision.
        return new(LogP1((DoubleDouble)(mantissa - 1)) + Ln2 * exponent, 0);
    }

    public static ScaledNumber LogP1(double x)
    {
        if (Math.Abs(x) < 0.25) return new(LogP1((DoubleDouble)x), 0);
        if (x > 1e30) return Log(x);

        // 1 + x in two parts, scaled to between 1/2 and 2.
        DoubleDouble sum = (DoubleDouble)1 + x;
        int exponent = Math.ILogB(sum.High);
        DoubleDouble mantissa = sum.Scale(-exponent);
        if (mantissa.High > 1.5)
        {
            mantissa = mantissa.Scale(-1);
            exponent++;
        }

        return new(LogP1(mantissa - 1) + Ln2 * exponent, 0);
    }

    public static ScaledNumber Tanh(double x)
    {
        if (Math.Abs(x) < 1e-30) return new(x, 0);
        if (Math.Abs(x) > 50) return new(Math.CopySign(1, x), 0);
        DoubleDouble doubled = ExpM1((DoubleDouble)(2 * x));
        return new(doubled / (doubled + 2), 0);
    }

    public static ScaledNumber Erf(double x)
    {
        double y = Math.Abs(x);
        if (y < 1e-30) return new(x * SlopeOfErf, 0);
        return new(y > 9 ? Math.CopySign(1, x) : y < 2.5 ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(y).ToDoubleDouble()), 0);
    }

    public static ScaledNumber Erfc(double x)
    {
        if (x > 28) return new(0.0, 0);
        return x < 2.5 ? new(1 - Erf(x).ToDoubleDouble(), 0) : ErfcFraction(x);
    }

    // e^-x^2 (x + 2 x^3 / 3 + 4 x^5 / (3*5) + ...) 2 / sqrt pi, all of one sign: below 2.5 the eightieth term is 1e-37 of the first.
    private static DoubleDouble ErfSeries(double x)
    {
        DoubleDouble square = (DoubleDouble)x * x;
        DoubleDouble nested = 1;
        for (int n = 80; n >= 1; n--) nested = square * 2 * nested / (2 * n + 1) + 1;
        return Exp(-square).ToDoubleDouble() * nested * SlopeOfErf * x;
    }

    // sqrt pi e^y^2 erfc y = 1 / (y + 1/2 / (y + 2/2 / (y + 3/2 / (y + ...)))): 150 levels are exact to 1e-30 from 2.5 on.
    private static ScaledNumber ErfcFraction(double y)
    {
        DoubleDouble fraction = y;
        for (int k = 150; k >= 1; k--) fraction = (DoubleDouble)(0.5 * k) / fraction + y;
        ScaledNumber exponential = Exp(-((DoubleDouble)y * y));
        return new(exponential.Mantissa * SlopeOfErf * 0.5 / fraction, exponential.Exponent);
    }

    // With y the double result and 1 + x = e^y (1 + d), d = x e^-y + (e^-y - 1), two terms that cancel to some 1e-16 of themselves.
    private static DoubleDouble LogP1(DoubleDouble x)
    {
        if (Math.Abs(x.High) < 1e-30) return x;
        double y = ScalarMath.LogP1(x.High);
        DoubleDouble inverse = ExpM1((DoubleDouble)(-y));
        DoubleDouble difference = x + x * inverse + inverse;
        return y + (difference - difference * difference * 0.5);
    }

    private static DoubleDouble ExpM1(DoubleDouble x)
    {
        if (Math.Abs(x.High) < 0.4) return ExpM1Series(x);
        DoubleDouble reduced = Reduce(x, out int n);
        return (ExpM1Series(reduced) + 1).Scale(n) - 1;
    }

    private static DoubleDouble Reduce(DoubleDouble x, out int n)
    {
        n = (int)Math.Round(x.High / Ln2.High);
        return x - Ln2 * n;
    }

    // x + x^2/2! + ...: below 0.4 the thirtieth term is 1e-44 of the first.
    private static DoubleDouble ExpM1Series(DoubleDouble x)
    {
        DoubleDouble nested = 1;
        for (int n = 30; n >= 2; n--) nested = x * nested / n + 1;
        return x * nested;
    }
}
