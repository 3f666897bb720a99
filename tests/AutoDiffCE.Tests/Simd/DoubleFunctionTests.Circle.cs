using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>The functions of the hyperbola and of the circle, and roots, against the exact evaluation, which is slower than the other reference.</content>
public abstract partial class DoubleFunctionTests<V>
{
    // Units in the last place. The largest errors met over some ten thousand points, with and without fused multiply-add, are beside the names; a hundred thousand
    // points for each line stay within the tolerance.
    public static TheoryData<string, double, double, double> Accuracies => new()
    {
        { "Exp2", 1.6, -3, 3 }, { "Exp2", 1.6, -1074, 1024 }, { "Exp2", 1.6, -1074, -1000 },
        // 2.17
        { "Sinh", 3, -3, 3 }, { "Sinh", 3, -710.47, 710.47 }, { "Sinh", 3, 709, 710.47 },
        // 2.17
        { "Cosh", 2.5, -3, 3 }, { "Cosh", 2.5, -710.47, 710.47 }, { "Cosh", 2.5, 709, 710.47 },
        // 1.30
        { "Asinh", 3, -3, 3 }, { "Asinh", 3, -1e19, 1e19 },
        // 2.49
        { "Acosh", 3, 1, 1.0001 }, { "Acosh", 3, 1, 10 }, { "Acosh", 3, 1, 1e19 },
        // 1.60
        { "Atanh", 3, -1, 1 }, { "Atanh", 3, 0.9999, 1 },
        // 0.69
        { "Sin", 1, -0.8, 0.8 }, { "Sin", 1, -10, 10 }, { "Sin", 1, -1048576, 1048576 }, { "Sin", 1, -1e300, 1e300 },
        // 0.71
        { "Cos", 1, -0.8, 0.8 }, { "Cos", 1, -10, 10 }, { "Cos", 1, -1048576, 1048576 }, { "Cos", 1, -1e300, 1e300 },
        // 1.63
        { "Tan", 2.5, -0.8, 0.8 }, { "Tan", 2.5, -10, 10 }, { "Tan", 2.5, -1048576, 1048576 }, { "Tan", 2.5, -1e300, 1e300 },
        // 2.08
        { "Atan", 2.5, -0.42, 0.42 }, { "Atan", 2.5, -3, 3 }, { "Atan", 2.5, -1e3, 1e3 },
        // 2.23
        { "Asin", 3.5, -1, 1 }, { "Asin", 3.5, 0.9999, 1 },
        // 2.41
        { "Acos", 3, -1, 1 }, { "Acos", 3, 0.9999, 1 }, { "Acos", 3, -1, -0.9999 },
        // 0.73
        { "Cbrt", 1, -10, 10 },
    };

    [Theory]
    [MemberData(nameof(Accuracies))]
    public void A_function_of_the_circle_is_accurate(string name, double tolerance, double from, double to) =>
        AssertAccurate(tolerance, Functions[name], ExactMath.Of(name), random => Uniform(random, from, to), points / 16);

    [Theory]
    [InlineData("Sinh", 3, -1074, 8)]
    [InlineData("Cosh", 2.5, -1074, 8)]
    [InlineData("Asinh", 3, -1074, 1023)]
    [InlineData("Atanh", 3, -1074, -1)]
    [InlineData("Sin", 1, -1074, 1023)]
    [InlineData("Cos", 1, -1074, 1023)]
    [InlineData("Tan", 2.5, -1074, 1023)]
    [InlineData("Atan", 2.5, -1074, 1023)]
    [InlineData("Asin", 3.5, -1074, -1)]
    [InlineData("Acos", 3, -1074, -1)]
    [InlineData("Cbrt", 1, -1074, 1023)]
    public void A_function_of_the_circle_is_accurate_at_every_size(string name, double tolerance, int smallest, int largest) =>
        AssertAccurate(tolerance, Functions[name], ExactMath.Of(name), random => AnySize(random, smallest, largest), points / 16);

    [Fact]
    public void Acosh_is_accurate_at_every_size() =>
        AssertAccurate(3, V.Acosh, ExactMath.Of("Acosh"), random => Math.Abs(AnySize(random, 0, 1023)), points / 16);

    // Where sine or cosine are almost zero, all digits that are left were behind those of the angle.
    [Theory]
    [InlineData("Sin", 1)]
    [InlineData("Cos", 1)]
    [InlineData("Tan", 2.5)]
    public void A_multiple_of_a_quarter_of_the_circle_leaves_all_digits(string name, double tolerance) =>
        AssertAccurate(tolerance, Functions[name], ExactMath.Of(name), random => random.Next(1, 667_544) * (Math.PI / 2), points / 16);

    [Fact]
    public void Hypot_is_accurate() => AssertAccurateOfTwo(2, V.Hypot, ExactMath.Hypot);

    [Fact]
    public void Atan2_is_accurate() => AssertAccurateOfTwo(3, V.Atan2, ExactMath.Atan2);

    [Fact]
    public void Functions_of_two_are_those_of_IEEE_754_where_they_are_special()
    {
        double[] numbers = [0, -0.0, 1, -1, double.Epsilon, -double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach ((double x, double y) in numbers.SelectMany(x => numbers.Select(y => (x, y))))
        {
            AssertIs(double.Hypot(x, y), V.Hypot(V.Broadcast(x), V.Broadcast(y)), $"hypot({x}, {y})");
            AssertIs(Math.Atan2(x, y), V.Atan2(V.Broadcast(x), V.Broadcast(y)), $"atan2({x}, {y})");
        }

        static void AssertIs(double expected, V value, string what)
        {
            double[] results = new double[V.Count];
            V.Store(value, ref results[0]);
            double lastPlace = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            Assert.All(results, result => Assert.True(
                expected.Equals(result) || (Math.Abs(expected - result) <= 2 * lastPlace && double.IsNegative(expected) == double.IsNegative(result)),
                $"{what} is {result:R}, not {expected:R}"));
        }
    }

    private static Dictionary<string, Func<V, V>> Functions { get; } = new()
    {
        ["Exp2"] = V.Exp2,
        ["Sinh"] = V.Sinh,
        ["Cosh"] = V.Cosh,
        ["Asinh"] = V.Asinh,
        ["Acosh"] = V.Acosh,
        ["Atanh"] = V.Atanh,
        ["Sin"] = V.Sin,
        ["Cos"] = V.Cos,
        ["Tan"] = V.Tan,
        ["Asin"] = V.Asin,
        ["Acos"] = V.Acos,
        ["Atan"] = V.Atan,
        ["Cbrt"] = V.Cbrt,
    };

    private static void AssertAccurateOfTwo(double tolerance, Func<V, V, V> function, Func<double, double, ScaledNumber> reference)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        double[] results = new double[V.Count];
        for (int i = 0; i < points / 16; i++)
        {
            double x = AnySize(random, -1074, 1023);
            double y = random.Next(4) == 0 ? AnySize(random, -1074, 1023) : AnySize(random, -20, 20) * x;
            V.Store(function(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            double distance = double.IsInfinity(y) ? 0 : reference(x, y).Distance(results[0]);
            Assert.True(distance <= tolerance, $"{distance:F3} units in the last place at {x:R} and {y:R}, seed {seed}");
        }
    }
}
