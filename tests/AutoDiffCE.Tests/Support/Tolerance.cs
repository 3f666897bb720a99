using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>How far a result may be from its reference. Every bound is relative to the size of the numbers that were added up to it.</summary>
internal static class Tolerance
{
    /// <summary>Of a value: float is compared with a reference in double, double with plain evaluation in double.</summary>
    public static double Value<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? 1e-6 : 1e-14;

    /// <summary>Of a gradient that is compared with differences: what the differences are good for, or what float is.</summary>
    public static double Difference<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? 2e-6 : 1e-10;

    /// <summary>Throws unless two numbers agree; NaN agrees with NaN and infinities with themselves.</summary>
    /// <param name="expected">The reference.</param>
    /// <param name="actual">The result.</param>
    /// <param name="bound">The relative tolerance.</param>
    /// <param name="size">What the bound is relative to.</param>
    /// <param name="context">Says which result it is.</param>
    public static void AssertClose(double expected, double actual, double bound, double size, Func<string> context)
    {
        if (expected.Equals(actual) || Math.Abs(expected - actual) <= bound * size)
            return;
        double error = Math.Abs(expected - actual) / size;
        Assert.Fail($"{context()}: " + FormattableString.Invariant(
            $"expected {expected:R}, got {actual:R}, off by {error:E2} of {size:R}, allowed {bound:E0}"));
    }
}
