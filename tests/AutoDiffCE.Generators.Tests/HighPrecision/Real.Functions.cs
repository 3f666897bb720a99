using System.Collections.Concurrent;
using System.Numerics;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

internal readonly partial record struct Real
{
    // Fixed point with bits to spare for the errors of a few hundred operations and for a multiple of log 2.
    private const int Fraction = Precision + 160;

    // e^r is taken from e^(r / 2^k) by squaring k times: about as many squarings as terms of the series.
    private const int Squarings = 40;

    private static readonly BigInteger unit = BigInteger.One << Fraction;

    // log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749)
    private static readonly BigInteger logarithmOfTwo = (18 * InverseArtanh(26)) - (2 * InverseArtanh(4801)) + (8 * InverseArtanh(8749));

    // Difference quotients ask for the same exponentials again and again.
    private static readonly ConcurrentDictionary<Real, Real> exponentials = new();

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
        // x = m · 2^k with m in [3/4, 3/2), so that nothing cancels near 1
        long power = x.Top;
        var reduced = new Real(x.mantissa, x.exponent - power);
        if (reduced.ToDouble() < 0.75)
        {
            power--;
            reduced = new Real(x.mantissa, x.exponent - power);
        }
        return new Real(LogFixed(reduced.ToFixed(), reduced.ToDouble()) + (power * logarithmOfTwo), -Fraction);
    }

    public static Real Sqrt(Real x) => x.IsZero ? Zero : Exp(Log(x) * 0.5);

    public static Real Power(Real x, Real exponent)
    {
        if (exponent.IsZero)
            return One;
        double whole = exponent.ToDouble();
        if (whole == Math.Floor(whole) && Math.Abs(whole) < 64)
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

    private static BigInteger ExpFixed(BigInteger argument)
    {
        BigInteger small = argument >> Squarings;
        BigInteger sum = unit;
        BigInteger term = unit;
        for (int n = 1; !term.IsZero && term != BigInteger.MinusOne; n++)
        {
            term = (term * small >> Fraction) / n;
            sum += term;
        }
        for (int squaring = 0; squaring < Squarings; squaring++)
            sum = sum * sum >> Fraction;
        return sum;
    }

    // Halley's iteration for e^y = m triples the digits each time: 50, 150, 450, 1350, 4050 bits.
    private static BigInteger LogFixed(BigInteger argument, double approximate)
    {
        BigInteger logarithm = ((Real)Math.Log(approximate)).ToFixed();
        for (int iteration = 0; iteration < 4; iteration++)
        {
            BigInteger power = ExpFixed(logarithm);
            logarithm += ((argument - power) << (Fraction + 1)) / (argument + power);
        }
        return logarithm;
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
