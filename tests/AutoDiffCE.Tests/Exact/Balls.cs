using System.Globalization;
using System.Numerics;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Balls to test with, and what is to hold of them.</summary>
internal static class Balls
{
    /// <summary>The functions of one number, by name.</summary>
    public static IReadOnlyDictionary<string, Func<BallArithmetic, Ball, Ball>> Functions { get; } = new Dictionary<string, Func<BallArithmetic, Ball, Ball>>
    {
        ["Exp"] = static (arithmetic, x) => arithmetic.Exp(x),
        ["ExpM1"] = static (arithmetic, x) => arithmetic.ExpM1(x),
        ["Log"] = static (arithmetic, x) => arithmetic.Log(x),
        ["LogP1"] = static (arithmetic, x) => arithmetic.LogP1(x),
        ["Sqrt"] = static (arithmetic, x) => arithmetic.Sqrt(x),
        ["Tanh"] = static (arithmetic, x) => arithmetic.Tanh(x),
        ["Sigmoid"] = static (arithmetic, x) => arithmetic.Sigmoid(x),
        ["Softplus"] = static (arithmetic, x) => arithmetic.Softplus(x),
        ["LogSigmoid"] = static (arithmetic, x) => arithmetic.LogSigmoid(x),
        ["LogCosh"] = static (arithmetic, x) => arithmetic.LogCosh(x),
        ["Erf"] = static (arithmetic, x) => arithmetic.Erf(x),
        ["Erfc"] = static (arithmetic, x) => arithmetic.Erfc(x),
        ["Sinh"] = static (arithmetic, x) => arithmetic.Sinh(x),
        ["Cosh"] = static (arithmetic, x) => arithmetic.Cosh(x),
        ["Asinh"] = static (arithmetic, x) => arithmetic.Asinh(x),
        ["Acosh"] = static (arithmetic, x) => arithmetic.Acosh(x),
        ["Atanh"] = static (arithmetic, x) => arithmetic.Atanh(x),
        ["Sin"] = static (arithmetic, x) => arithmetic.Sin(x),
        ["Cos"] = static (arithmetic, x) => arithmetic.Cos(x),
        ["Tan"] = static (arithmetic, x) => arithmetic.Tan(x),
        ["Asin"] = static (arithmetic, x) => arithmetic.Asin(x),
        ["Acos"] = static (arithmetic, x) => arithmetic.Acos(x),
        ["Atan"] = static (arithmetic, x) => arithmetic.Atan(x),
        ["Cbrt"] = static (arithmetic, x) => arithmetic.Cbrt(x),
        ["Floor"] = static (arithmetic, x) => arithmetic.Floor(x),
        ["Ceiling"] = static (arithmetic, x) => arithmetic.Ceiling(x),
        ["Round"] = static (arithmetic, x) => arithmetic.Round(x),
        ["Truncate"] = static (arithmetic, x) => arithmetic.Truncate(x),
        ["NormalPdf"] = static (arithmetic, x) => arithmetic.NormalPdf(x),
        ["NormalCdf"] = static (arithmetic, x) => arithmetic.NormalCdf(x),
        ["LogNormalCdf"] = static (arithmetic, x) => arithmetic.LogNormalCdf(x),
        ["InverseMills"] = static (arithmetic, x) => arithmetic.InverseMills(x),
        ["LogGamma"] = static (arithmetic, x) => arithmetic.LogGamma(x),
        ["Digamma"] = static (arithmetic, x) => arithmetic.Digamma(x),
        ["Trigamma"] = static (arithmetic, x) => arithmetic.Trigamma(x),
        ["Tetragamma"] = static (arithmetic, x) => arithmetic.Tetragamma(x),
    };

    /// <summary>The names of the functions, for theories.</summary>
    public static TheoryData<string> Names => new(Functions.Keys);

    /// <summary>A double of any size: around a power of two from 2^lowest to 2^highest, with few digits or with all.</summary>
    public static double AnyDouble(Random random, int lowest = -1074, int highest = 1023)
    {
        double size = Math.ScaleB(1 + random.NextDouble(), random.Next(lowest, highest + 1));
        if (random.Next(8) == 0) size = Math.ScaleB(1, random.Next(lowest, highest + 1));
        return random.Next(2) == 0 ? size : -size;
    }

    /// <summary>A number in the domain of the function: tiny, small, near 1, moderate or huge.</summary>
    public static double Argument(string function, Random random)
    {
        double x = random.Next(8) switch
        {
            0 => AnyDouble(random),
            1 => AnyDouble(random, -80, -20),
            2 => 1 + AnyDouble(random, -52, -10),
            3 => AnyDouble(random, 5, 12),
            4 => AnyDouble(random, -14, -1),
            _ => AnyDouble(random, -2, 4),
        };
        return function switch
        {
            "Log" or "Sqrt" or "LogGamma" or "Digamma" or "Trigamma" or "Tetragamma" => Math.Abs(x),
            "Acosh" => Math.Max(Math.Abs(x), 1 / Math.Abs(x)),
            "Atanh" or "Asin" or "Acos" when Math.Abs(x) > 1 => 1 / x,
            "LogP1" when x <= -1 => random.Next(2) == 0 ? -x : -1 + Math.ScaleB(1, -random.Next(1, 53)),
            _ => x,
        };
    }

    /// <summary>A number of moderate size where the condition of the function is below 2^8, but for that of the logarithm near 1.</summary>
    public static double ModerateArgument(string function, Random random)
    {
        double x = 2 + 10 * random.NextDouble();
        // The logarithm of the gamma function has a root at 2.
        return function == "LogGamma" ? x + 0.5 : function is "Sin" or "Cos" or "Tan" ? x / 8 : function is "Atanh" or "Asin" or "Acos" ? x / 16 : x;
    }

    /// <summary>A decimal number, off by at most a unit of its last digit.</summary>
    public static Ball Parse(string text)
    {
        var arithmetic = new BallArithmetic(512);
        string[] parts = text.Split('e');
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int places = (point < 0 ? 0 : parts[0].Length - point - 1) - (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        BigInteger mantissa = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        Ball value = Ball.Create(mantissa, 0, Magnitude.PowerOfTwo(0));
        BigInteger power = BigInteger.Pow(10, Math.Abs(places));
        return places > 0 ? arithmetic.Divide(value, Ball.Exactly(power, 0)) : arithmetic.Multiply(value, Ball.Exactly(power, 0));
    }

    /// <summary>A ball around a midpoint, with so large a radius.</summary>
    public static Ball Around(double midpoint, double radius) =>
        Ball.Of(midpoint).Widened(Magnitude.Above(Ball.Of(radius).Mantissa, Ball.Of(radius).Exponent));

    /// <summary>Asserts that there is a number in both balls.</summary>
    public static void AssertOverlap(Ball x, Ball y, string what)
    {
        if ((x.IsInfinite || x.IsHuge) && x.Kind == y.Kind) return;
        Assert.True(x.IsFinite && y.IsFinite, $"{what}: {x}, {y}");
        Ball difference = new BallArithmetic(4096).Subtract(x, y);
        Assert.True(difference.Sign is null or 0, $"{what}: {x} and {y} have nothing in common");
    }

    /// <summary>Asserts that the radius is below 2^−bits of the number.</summary>
    public static void AssertRelativeRadius(Ball x, int bits, string what) =>
        Assert.True(x.IsExact || (!x.Mantissa.IsZero && x.Radius.Top <= x.Top - bits), $"{what}: {x} has no relative radius of 2^−{bits}");

    /// <summary>Asserts that the ball is exactly this number, or this infinity.</summary>
    public static void AssertExactly(double expected, Ball actual)
    {
        Assert.True(actual.IsExact || actual.IsInfinite, $"{actual} is not exact");
        Assert.Equal(0, new BallArithmetic(64).Compare(Ball.Of(expected), actual));
    }
}
