using System.Globalization;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>A value and its gradient, compared with the right ones.</summary>
internal static class Expectation
{
    public const double DoubleTolerance = 1e-14, FloatTolerance = 4e-6;

    /// <summary>Fails where a number is farther off, relatively, than a tolerance.</summary>
    public static void Close(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            double error = Math.Abs(actual[index] - expected[index]);
            Assert.True(
                error <= tolerance * Math.Abs(expected[index]),
                string.Create(CultureInfo.InvariantCulture, $"{(index == 0 ? "value" : $"gradient {index - 1}")}: {actual[index]:R}, not {expected[index]:R}"));
        }
    }
}
