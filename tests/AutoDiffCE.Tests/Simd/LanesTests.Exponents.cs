using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>Powers of two.</content>
public abstract partial class LanesTests<V, T>
{
    private static readonly int LargestExponent = Single ? 127 : 1023;
    private static readonly int SmallestExponent = Single ? -149 : -1074;

    [Fact]
    public void Scale_rounds_once_for_exponents_of_any_size()
    {
        int span = LargestExponent - SmallestExponent;
        int[] distances = [0, 1, 2, span / 4, span / 2, 2 * span / 3, span, span + 2, 5 * span];
        foreach (T number in Numbers.Concat(RandomNumbers(16, out string seed)))
        {
            foreach (int exponent in distances.SelectMany(distance => new[] { distance, -distance }))
            {
                T actual = V.First(V.Scale(V.Broadcast(number), V.Create(exponent)));
                Assert.True(Scaled(number, exponent).Equals(actual), $"{number:R} * 2^{exponent} = {actual:R}, {seed}");
            }
        }
    }

    [Fact]
    public void Scale_rounds_once_into_the_subnormal_numbers()
    {
        foreach (T number in RandomNumbers(100, out string seed))
        {
            for (int exponent = SmallestExponent - 3; exponent < SmallestExponent + 30; exponent++)
            {
                Assert.True(Scaled(number, exponent) == V.First(V.Scale(V.Broadcast(number), V.Create(exponent))), seed);
                Assert.True(Scaled(number, exponent) == V.First(V.ScaleByHalves(V.Broadcast(number), V.Create(exponent))), seed);
            }
        }
    }

    [Fact]
    public void ScaleByHalves_reaches_both_ends_from_near_one()
    {
        foreach (T number in RandomNumbers(16, out string seed))
        {
            for (int exponent = SmallestExponent - 2; exponent <= LargestExponent + 2; exponent++)
                Assert.True(Scaled(number, exponent) == V.First(V.ScaleByHalves(V.Broadcast(number), V.Create(exponent))), seed);
        }
    }

    [Fact]
    public void Exponent_is_that_of_the_leading_bit_of_every_positive_number()
    {
        for (int exponent = SmallestExponent; exponent <= LargestExponent; exponent++)
        {
            T power = Scaled(T.One, exponent);
            AssertExponent(exponent, power);
            AssertExponent(exponent, T.BitDecrement(power + power));
        }
    }

    private static void AssertExponent(int expected, T number) =>
        Assert.All(Lanes(V.Exponent(V.Broadcast(number))), lane => Assert.Equal(T.CreateChecked(expected), lane));

    // Through double, a float is rounded once, at the end; double's own function is taken at its word.
    private static T Scaled(T value, int exponent) => T.CreateChecked(Math.ScaleB(double.CreateChecked(value), exponent));
}
