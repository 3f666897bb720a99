using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>The numbers of Bernoulli with an even index, B₂ = 1/6, B₄ = −1/30, ….</summary>
internal static class Bernoulli
{
    // The numbers of the tangent, tan x = Σ tangents[k] x^(2k − 1)/(2k − 1)!, from the first on. More are computed where they are asked for.
    private static BigInteger[] tangents = Tangents(64);

    /// <summary>B of twice the index, which is at least 1, as numerator and denominator: (−1)^(k − 1) 2k T_k / (4^k (4^k − 1)).</summary>
    public static (BigInteger Numerator, BigInteger Denominator) OfTwice(int k)
    {
        BigInteger[] known = tangents;
        if (k >= known.Length) tangents = known = Tangents(2 * k);
        BigInteger power = BigInteger.One << (2 * k);
        return ((k % 2 == 0 ? -2 : 2) * k * known[k], power * (power - 1));
    }

    /// <summary>
    /// The triangle of Brent and Harvey ("Fast computation of Bernoulli, Tangent and Secant numbers", 2011) in place: products with small numbers, and sums.
    /// </summary>
    private static BigInteger[] Tangents(int count)
    {
        var numbers = new BigInteger[count + 1];
        numbers[1] = BigInteger.One;
        for (int k = 2; k <= count; k++) numbers[k] = (k - 1) * numbers[k - 1];
        for (int k = 2; k <= count; k++)
        {
            for (int j = k; j <= count; j++) numbers[j] = (j - k) * numbers[j - 1] + (j - k + 2) * numbers[j];
        }
        return numbers;
    }
}
