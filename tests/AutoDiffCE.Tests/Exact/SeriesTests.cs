using System.Numerics;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>
/// The bounds of errors that the sums of series give, against the same sums with 64 bits more: their own errors are 2^−64 of the units that are tested.
/// </summary>
public sealed class SeriesTests
{
    private const int Seed = 7400;
    private const int More = 64;

    [Fact]
    public void An_exponential_is_within_its_bound()
    {
        var random = new Random(Seed);
        for (int i = 0; i < 400; i++)
        {
            int bits = random.Next(80, 600), halvings = random.Next(3, 20);
            BigInteger r = Fraction(random, bits) * 11 / 16;
            BigInteger actual = Series.Exp(BigInteger.Max(r + random.Next(-5, 6), 0), bits, halvings);
            AssertWithin(BigInteger.One << Series.ExpErrorBits(halvings), Series.Exp(r << More, bits + More, halvings), actual);
        }
    }

    [Fact]
    public void A_quotient_of_an_exponential_less_one_is_within_its_bound()
    {
        var random = new Random(Seed + 1);
        for (int i = 0; i < 400; i++)
        {
            int bits = random.Next(80, 600), reduction = random.Next(3, 20);
            BigInteger x = (Fraction(random, bits) >> reduction) * (random.Next(2) == 0 ? 1 : -1);
            BigInteger actual = Series.ExpM1OverX(x + random.Next(-1, 1), bits, reduction);
            AssertWithin(8, Series.ExpM1OverX(x << More, bits + More, reduction), actual);
        }
    }

    [Fact]
    public void An_inverse_tangent_is_within_its_bound()
    {
        var random = new Random(Seed + 2);
        for (int i = 0; i < 400; i++)
        {
            int bits = random.Next(80, 600);
            BigInteger z = (Fraction(random, bits) >> random.Next(3, 30)) * (random.Next(2) == 0 ? 1 : -1);
            BigInteger actual = Series.ArtanhOverZ(z + random.Next(-1, 1), bits, out long error);
            AssertWithin(error, Series.ArtanhOverZ(z << More, bits + More, out _), actual);
        }
    }

    [Fact]
    public void A_sum_of_the_error_function_is_within_its_bound_and_not_too_large()
    {
        var random = new Random(Seed + 3);
        for (int i = 0; i < 300; i++)
        {
            int bits = random.Next(80, 400);
            BigInteger square = Fraction(random, bits) * random.Next(1, 200) >> random.Next(0, 8);
            BigInteger actual = Series.ErfSum(square - random.Next(0, 2), bits, out long error);
            BigInteger expected = Series.ErfSum(square << More, bits + More, out _);
            AssertWithin(((error * actual) >> bits) + 1, expected, actual);
            Assert.True(actual << More <= expected);
        }
    }

    [Fact]
    public void An_asymptotic_expansion_is_within_its_bound()
    {
        var random = new Random(Seed + 4);
        for (int i = 0; i < 300; i++)
        {
            int bits = random.Next(80, 200);
            // Twice the square is so large that 2^−(bits + 64) is reached while terms still fall.
            int square = random.Next(300, 100_000);
            BigInteger actual = Series.ErfcAsymptotic((BigInteger.One << bits) / square, bits, square / 2, out BigInteger error);
            BigInteger expected = Series.ErfcAsymptotic((BigInteger.One << (bits + More)) / square, bits + More, square / 2, out BigInteger rest);
            AssertWithin(error, expected, actual);
            Assert.True(rest < BigInteger.One << More);
            // Cut off early, the bound grows with the first term that is left out.
            BigInteger early = Series.ErfcAsymptotic((BigInteger.One << bits) / square, bits, random.Next(1, 10), out error);
            AssertWithin(error, expected, early);
        }
    }

    [Fact]
    public void Constants_are_less_than_a_unit_from_the_truth()
    {
        for (int bits = 1; bits < 700; bits += 13)
        {
            AssertWithin(1, Constants.Log2(bits + More), Constants.Log2(bits));
            AssertWithin(1, Constants.Pi(bits + More), Constants.Pi(bits));
            AssertWithin(1, Constants.RootOfPi(bits + More), Constants.RootOfPi(bits));
        }
        Balls.AssertOverlap(Balls.Parse("3.14159265358979323846264338327950288419716939937510582097494"), Constant(Constants.Pi(300)), "π");
        Balls.AssertOverlap(Balls.Parse("1.77245385090551602729816748334114518279754945612238712821381"), Constant(Constants.RootOfPi(300)), "√π");
        Balls.AssertOverlap(Balls.Parse("0.693147180559945309417232121458176568075500134360255254120680"), Constant(Constants.Log2(300)), "log 2");
    }

    private static Ball Constant(BigInteger units) => Ball.Create(units, -300, Magnitude.PowerOfTwo(-300));

    /// <summary>A number from 0 to 1, in units of 2^−bits.</summary>
    private static BigInteger Fraction(Random random, int bits)
    {
        byte[] bytes = new byte[bits / 8 + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << bits) - 1);
    }

    private static void AssertWithin(BigInteger units, BigInteger expected, BigInteger actual) =>
        Assert.True(BigInteger.Abs((actual << More) - expected) <= units << More);
}
