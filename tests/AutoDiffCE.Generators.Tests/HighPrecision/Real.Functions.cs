using System.Collections.Concurrent;
using System.Numerics;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

internal readonly partial record struct Real
{
    // Fixed point with bits to spare for the errors of a few hundred operations and for a multiple of log 2.
    private const int Fraction = Precision + 160;

    // e^r = e^a e^b e^c with a a multiple of 2^−8, b of 2^−16, and c what is left.
    private const int TableBits = 8;

    // e^c is taken from e^(c / 2^k) by squaring k times, and that from its series: 2^(−28 · 56) / 56! is beyond the last bit.
    private const int Squarings = 12, Terms = 56;

    // The series in powers of x^8: there are as many multiplications of long numbers as it has groups, and powers in a group.
    private const int Group = 8;

    private static readonly BigInteger unit = BigInteger.One << Fraction;

    // 56! / n!
    private static readonly BigInteger[] coefficients = [.. Enumerable.Range(0, Terms + 1)
        .Select(n => Enumerable.Range(n + 1, Terms - n).Aggregate(BigInteger.One, (product, factor) => product * factor))];

    // log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749)
    private static readonly BigInteger logarithmOfTwo = (18 * InverseArtanh(26)) - (2 * InverseArtanh(4801)) + (8 * InverseArtanh(8749));

    // Difference quotients ask for the same ones again and again.
    private static readonly ConcurrentDictionary<Real, Real> exponentials = new(), logarithms = new();

    public static Real Exp(Real x)
    {
        if (!x.IsFinite)
            return x.Sign < 0 ? Zero : x;
        // Beyond 2^40 nothing that a test asks for can come back into the range of a double.
        if (!x.IsZero && x.Top > 40)
            return x.Sign < 0 ? Zero : PositiveInfinity;
        return exponentials.GetOrAdd(x, static argument =>
        {
            BigInteger fixedPoint = argument.ToFixed();
            BigInteger multiple = Round(fixedPoint, logarithmOfTwo);
            return new Real(ExpFixed(fixedPoint - (multiple * logarithmOfTwo)), (long)multiple - Fraction);
        });
    }

    public static Real Log(Real x)
    {
        if (x.Sign <= 0 || !x.IsFinite)
            return x.IsNaN || x.Sign < 0 ? NaN : x.IsZero ? NegativeInfinity : x;
        return logarithms.GetOrAdd(x, static argument =>
        {
            // x = m · 2^k with m in [3/4, 3/2), so that nothing cancels near 1
            long power = argument.Top;
            var reduced = new Real(argument.mantissa, argument.exponent - power);
            if (reduced.ToDouble() < 0.75)
            {
                power--;
                reduced = new Real(argument.mantissa, argument.exponent - power);
            }
            return new Real(LogFixed(reduced.ToFixed(), reduced.ToDouble()) + (power * logarithmOfTwo), -Fraction);
        });
    }

    public static Real Sqrt(Real x)
    {
        if (x.Sign <= 0 || !x.IsFinite)
            return x.Sign < 0 ? NaN : x;
        // A whole number with twice the digits of the root, and an even exponent
        long shift = Math.Max(0, (2 * Precision) + 2 - (x.Top - x.exponent));
        shift += (x.exponent - shift) & 1;
        return new Real(RootOf(x.mantissa << (int)shift), (x.exponent - shift) / 2);
    }

    public static Real Power(Real x, Real exponent)
    {
        if (exponent.IsZero)
            return One;
        double whole = exponent.ToDouble();
        if (whole == Math.Floor(whole) && Math.Abs(whole) < 64 && (exponent - whole).IsZero)
        {
            Real product = One;
            for (int factor = 0; factor < Math.Abs(whole); factor++)
                product *= x;
            return whole < 0 ? One / product : product;
        }
        return x.IsZero ? (exponent.Sign > 0 ? Zero : PositiveInfinity) : Exp(exponent * Log(x));
    }

    private BigInteger ToFixed()
    {
        long shift = exponent + Fraction;
        return shift >= 0 ? mantissa << (int)shift : shift < -100_000 ? BigInteger.Zero : mantissa >> (int)-shift;
    }

    // Newton's iteration from above falls until it has found ⌊√n⌋.
    private static BigInteger RootOf(BigInteger n)
    {
        int excess = ((int)n.GetBitLength() - 100) & ~1;
        BigInteger root = (new BigInteger(Math.Sqrt((double)(n >> excess))) + 2) << (excess / 2);
        while ((root + (n / root)) >> 1 is var next && next < root)
            root = next;
        return root;
    }

    // Of numbers below 1, with as many bits behind the point as are asked for
    private static BigInteger ExpFixed(BigInteger argument, int fraction = Fraction)
    {
        int place = (int)(argument >> (fraction - (2 * TableBits)));
        BigInteger rest = argument - ((BigInteger)place << (fraction - (2 * TableBits)));
        (int high, int low) = (place >> TableBits, place & ((1 << TableBits) - 1));
        BigInteger tabulated = Tabulated(high, TableBits) * Tabulated(low, 2 * TableBits) >> ((2 * Fraction) - fraction);
        return tabulated * ExpOfSmall(rest, Squarings, fraction) >> fraction;
    }

    private static readonly ConcurrentDictionary<(int Index, int Bits), BigInteger> table = new();

    // e^(i / 2^bits)
    private static BigInteger Tabulated(int index, int bits) =>
        table.GetOrAdd((index, bits), static of => ExpOfSmall((BigInteger)of.Index << (Fraction - of.Bits), Squarings + (2 * TableBits), Fraction));

    private static BigInteger ExpOfSmall(BigInteger argument, int squarings, int fraction)
    {
        BigInteger small = argument >> squarings;
        var powers = new BigInteger[Group + 1];
        powers[0] = BigInteger.One << fraction;
        for (int n = 1; n <= Group; n++)
            powers[n] = powers[n - 1] * small >> fraction;
        BigInteger sum = BigInteger.Zero;
        for (int first = Terms - (Terms % Group); first >= 0; first -= Group)
        {
            sum = sum * powers[Group] >> fraction;
            for (int n = first; n < Math.Min(first + Group, Terms + 1); n++)
                sum += powers[n - first] * coefficients[n];
        }
        sum /= coefficients[0];
        for (int squaring = 0; squaring < squarings; squaring++)
            sum = sum * sum >> fraction;
        return sum;
    }

    // Halley's iteration for e^y = m triples the digits each time: 50, 150, 450 bits. The rest is log(1 + e) = e − e²/2 + e³/3 for e = m / e^y − 1.
    private static BigInteger LogFixed(BigInteger argument, double approximate)
    {
        BigInteger logarithm = ((Real)Math.Log(approximate)).ToFixed();
        foreach (int fraction in (ReadOnlySpan<int>)[192, 512])
        {
            BigInteger rounded = argument >> (Fraction - fraction);
            BigInteger power = ExpFixed(logarithm >> (Fraction - fraction), fraction);
            logarithm += (((rounded - power) << (fraction + 1)) / (rounded + power)) << (Fraction - fraction);
        }
        BigInteger whole = ExpFixed(logarithm);
        BigInteger error = ((argument - whole) << Fraction) / whole;
        BigInteger square = error * error >> Fraction;
        return logarithm + error - (square >> 1) + ((square * error >> Fraction) / 3);
    }

    private static BigInteger InverseArtanh(int n)
    {
        BigInteger power = (BigInteger.One << Fraction) / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= n * n;
            sum += power / k;
        }
        return sum;
    }

    private static BigInteger Round(BigInteger numerator, BigInteger denominator) =>
        BigInteger.Divide((2 * numerator) + (numerator.Sign * denominator), 2 * denominator);
}
