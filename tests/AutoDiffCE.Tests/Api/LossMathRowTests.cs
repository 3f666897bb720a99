using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Api;

public class LossMathRowTests
{
    private const double Infinity = double.PositiveInfinity;

    // A handful of roundings at the size of the result.
    private const double Tolerance = 1e-15;

    [Fact]
    public void Reductions_follow_their_definitions()
    {
        Row x = [3, -4, 0];

        Assert.Equal(-1, Sum(x));
        Assert.Equal(-1.0 / 3, Mean(x));
        Assert.Equal(3, Max(x));
        Assert.Equal(-4, Min(x));
        Assert.Equal(5, Norm(x));
        Assert.Equal(-5, Dot(x, [1, 2, 3]));
        Assert.Equal(2, Count(x >= 0));
        Assert.Throws<ArgumentException>(() => Dot(x, [1, 2]));
    }

    [Fact]
    public void Reductions_of_the_empty_row_are_their_neutral_elements()
    {
        Row empty = default;

        Assert.Equal(0, Sum(empty));
        Assert.Equal(double.NaN, Mean(empty));
        Assert.Equal(-Infinity, Max(empty));
        Assert.Equal(Infinity, Min(empty));
        Assert.Equal(-Infinity, LogSumExp(empty));
        Assert.Equal(0, Norm(empty));
        Assert.Equal(0, Dot(empty, empty));
        Assert.Equal(0, Count(empty > 0));
        Assert.Equal(0, Softmax(empty).Length);
        Assert.Equal(0, LogSoftmax(empty).Length);
    }

    [Fact]
    public void Reductions_do_not_lose_NaN()
    {
        Row[] rows = [[double.NaN, 1], [1, double.NaN]];
        foreach (Row row in rows)
            foreach (Func<Row, double> reduction in new Func<Row, double>[] { Sum, Mean, Max, Min, LogSumExp, Norm })
                Assert.Equal(double.NaN, reduction(row));
    }

    [Fact]
    public void LogSumExp_neither_overflows_nor_underflows()
    {
        AssertClose(1000 + Math.Log(2), LogSumExp([1000, 1000]));
        AssertClose(-1000 + Math.Log(2), LogSumExp([-1000, -1000]));
        Assert.Equal(5, LogSumExp([5, -Infinity]));
        Assert.Equal(-Infinity, LogSumExp([-Infinity, -Infinity]));
        Assert.Equal(Infinity, LogSumExp([0, Infinity]));
        AssertClose(1e-20, LogSumExp([0, Math.Log(1e-20)]), 1e-14);
    }

    [Fact]
    public void LogAddExp_of_the_elements_of_a_row_is_its_LogSumExp()
    {
        Row x = [-2, 0.5, 3, 1000];
        AssertClose(LogSumExp(x), LogAddExp(LogAddExp(x[0], x[1]), LogAddExp(x[2], x[3])));
        Row pairs = LogAddExp(x, [-1, 0.5, -3, 1000]);
        for (int c = 0; c < x.Length; c++) AssertClose(LogSumExp([x[c], c == 0 ? -1 : c == 2 ? -3 : x[c]]), pairs[c]);
        Assert.Equal<Row>([5, -Infinity, Infinity], LogAddExp([5, -Infinity, Infinity], -Infinity));
    }

    [Fact]
    public void LogCosh_of_a_row_is_that_of_its_exponentials()
    {
        Row x = [-3, -0.5, 2, 5];
        Row direct = Log((Exp(x) + Exp(-x)) / 2);
        for (int c = 0; c < x.Length; c++) AssertClose(direct[c], LogCosh(x)[c], 4e-15);
        Assert.Equal<Row>([0, Infinity, Infinity], LogCosh([0, Infinity, -Infinity]));
    }

    [Fact]
    public void Softmax_is_a_distribution_for_logits_of_any_size()
    {
        Assert.Equal<Row>([0.5, 0.5], Softmax([1e8, 1e8]));
        Assert.Equal<Row>([1, 0], Softmax([0, -Infinity]));
        AssertClose(0.880797077977882444, Softmax([-1000, -998])[1]);
        Assert.Equal<Row>([double.NaN, double.NaN], Softmax([-Infinity, -Infinity]));
    }

    // 1 + 32 e^−9, added one by one, is off by a dozen units in the last place.
    [Fact]
    public void Softmax_keeps_the_digits_of_many_small_terms() =>
        Assert.Equal(0.99606642042234753, Softmax([9, .. Enumerable.Repeat(0.0, 32)])[0], 1.2e-16);

    [Fact]
    public void LogSoftmax_has_no_logarithm_of_an_underflow()
    {
        Row logarithms = LogSoftmax([0, -10000]);

        Assert.Equal<Row>([0, -10000], logarithms);
        Assert.Equal<Row>([-Math.Log(2), -Math.Log(2)], LogSoftmax([1e8, 1e8]));
        Assert.Equal<Row>([0, -Infinity], LogSoftmax([3, -Infinity]));
    }

    [Fact]
    public void LogSoftmax_is_the_logarithm_of_softmax()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int trial = 0; trial < 200; trial++)
        {
            var values = new double[1 + random.Next(20)];
            for (int c = 0; c < values.Length; c++) values[c] = 40 * random.NextDouble() - 20;
            Row logits = values;
            Row expected = Softmax(logits);
            Row actual = Exp(LogSoftmax(logits));

            // A probability is the exponential of a number of at most 40, whose rounding it magnifies by that number.
            for (int c = 0; c < values.Length; c++)
                Assert.True(Math.Abs(actual[c] - expected[c]) <= 1e-14 * expected[c], $"seed {seed}, {logits}, class {c}");
            Assert.True(Math.Abs(Sum(expected) - 1) <= 1e-14, $"seed {seed}, {logits}");
        }
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(5e-324)]
    public void Norm_does_not_square_out_of_range(double scale)
    {
        Row x = [3 * scale, 4 * scale];

        AssertClose(5 * scale, Norm(x));
    }

    [Fact]
    public void Norm_of_zero_is_zero_and_of_infinity_infinite()
    {
        Assert.Equal(0, Norm([0, 0]));
        Assert.Equal(Infinity, Norm([1, -Infinity]));
    }

    [Fact]
    public void Index_numbers_the_classes_and_OneHot_marks_one()
    {
        Assert.Equal<Row>([0, 1, 2], Index([7, 7, 7]));
        Assert.Equal<Row>([0, 0, 1], OneHot(2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => OneHot(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => OneHot(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => OneHot(0, -1));
    }

    private static void AssertClose(double expected, double actual, double tolerance = Tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
