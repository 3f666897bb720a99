using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>Roots of whole numbers.</summary>
internal static class Roots
{
    /// <summary>
    /// The largest whole number whose square does not exceed n, which is positive. Newton's iteration with twice the digits in every step: with c the
    /// number of digits of the root less one, a is within one of the root of the leading 2d + 1 or 2d + 2 digits of n after each of them.
    /// </summary>
    public static BigInteger Floor(BigInteger n)
    {
        int c = ((int)n.GetBitLength() - 1) / 2;
        BigInteger a = BigInteger.One;
        int d = 0;
        for (int s = 32 - BitOperations.LeadingZeroCount((uint)c) - 1; s >= 0; s--)
        {
            int e = d;
            d = c >> s;
            a = (a << (d - e - 1)) + (n >> (2 * c - e - d + 1)) / a;
        }
        return a * a > n ? a - 1 : a;
    }

    /// <summary>
    /// The largest whole number whose cube does not exceed n, which is positive. Newton's iteration falls from above until it has found it: its steps round down,
    /// and no mean of a, a and n/a² is below the root.
    /// </summary>
    public static BigInteger CubicFloor(BigInteger n)
    {
        BigInteger a = BigInteger.One << (((int)n.GetBitLength() + 2) / 3);
        while (true)
        {
            BigInteger next = ((a << 1) + n / (a * a)) / 3;
            if (next >= a) return a;
            a = next;
        }
    }
}
