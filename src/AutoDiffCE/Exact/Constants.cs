using System.Collections.Concurrent;
using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>
/// log 2, π and √π as whole numbers of units of 2^−bits, each less than one unit from the truth. They are computed once for each 64 bits of precision.
/// </summary>
internal static class Constants
{
    // Every term of a series loses at most two units of 2^−(bits + 32), and there are fewer than 2^20 terms.
    private const int Guard = 32;

    private static readonly ConcurrentDictionary<int, BigInteger> logsOfTwo = new();
    private static readonly ConcurrentDictionary<int, BigInteger> pis = new();
    private static readonly ConcurrentDictionary<int, BigInteger> rootsOfPi = new();

    /// <summary>log 2.</summary>
    public static BigInteger Log2(int bits) => At(bits, logsOfTwo, static bits => ComputeLog2(bits));

    /// <summary>π.</summary>
    public static BigInteger Pi(int bits) => At(bits, pis, static bits => ComputePi(bits));

    /// <summary>√π.</summary>
    public static BigInteger RootOfPi(int bits) => At(bits, rootsOfPi, static bits => Roots.Floor(ComputePi(2 * bits)));

    /// <summary>The constant of a multiple of 64 bits, and at least 16 more than asked for; rounded to the nearest unit of those asked for.</summary>
    private static BigInteger At(int bits, ConcurrentDictionary<int, BigInteger> known, Func<int, BigInteger> compute)
    {
        int kept = (bits + 16 + 63) / 64 * 64;
        BigInteger constant = known.GetOrAdd(kept, compute);
        int excess = kept - bits;
        return (constant + (BigInteger.One << (excess - 1))) >> excess;
    }

    /// <summary>log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).</summary>
    private static BigInteger ComputeLog2(int bits)
    {
        int guarded = bits + Guard;
        return (18 * InverseTangent(26, guarded, 1) - 2 * InverseTangent(4801, guarded, 1) + 8 * InverseTangent(8749, guarded, 1)) >> Guard;
    }

    /// <summary>π = 16 arctan(1/5) − 4 arctan(1/239).</summary>
    private static BigInteger ComputePi(int bits)
    {
        int guarded = bits + Guard;
        return (16 * InverseTangent(5, guarded, -1) - 4 * InverseTangent(239, guarded, -1)) >> Guard;
    }

    /// <summary>Σ sign^k / ((2k + 1) n^(2k + 1)): artanh(1/n) for a sign of 1, arctan(1/n) for −1.</summary>
    private static BigInteger InverseTangent(int n, int bits, int sign)
    {
        BigInteger power = (BigInteger.One << bits) / n;
        BigInteger sum = power;
        int square = n * n;
        int direction = 1;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= square;
            direction *= sign;
            sum += direction * (power / k);
        }
        return sum;
    }
}
