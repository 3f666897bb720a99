using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Api;

public class LossMathFunctionTests
{
    private const double Infinity = double.PositiveInfinity;

    // Products and quotients of a few correctly rounded functions, against references rounded to double.
    private const double Tolerance = 4e-16;

    public static TheoryData<string, Func<double, double>, Func<Row, Row>> Functions => new()
    {
        { nameof(Exp), Exp, Exp },
        { nameof(ExpM1), ExpM1, ExpM1 },
        { nameof(Log), Log, Log },
        { nameof(LogP1), LogP1, LogP1 },
        { nameof(Sqrt), Sqrt, Sqrt },
        { nameof(Square), Square, Square },
        { nameof(Cube), Cube, Cube },
        { nameof(Reciprocal), Reciprocal, Reciprocal },
        { nameof(Abs), Abs, Abs },
        { nameof(Sign), Sign, Sign },
        { nameof(Tanh), Tanh, Tanh },
        { nameof(Erf), Erf, Erf },
        { nameof(Erfc), Erfc, Erfc },
        { nameof(Sigmoid), Sigmoid, Sigmoid },
        { nameof(Softplus), Softplus, Softplus },
        { nameof(LogCosh), LogCosh, LogCosh },
        { nameof(LogSigmoid), LogSigmoid, LogSigmoid },
        { nameof(Relu), Relu, Relu },
        { nameof(XLogX), XLogX, XLogX },
        { nameof(Exp2), Exp2, Exp2 },
        { nameof(Log2), Log2, Log2 },
        { nameof(Log10), Log10, Log10 },
        { nameof(Cbrt), Cbrt, Cbrt },
        { nameof(Sinh), Sinh, Sinh },
        { nameof(Cosh), Cosh, Cosh },
        { nameof(Asinh), Asinh, Asinh },
        { nameof(Acosh), Acosh, Acosh },
        { nameof(Atanh), Atanh, Atanh },
        { nameof(Sin), Sin, Sin },
        { nameof(Cos), Cos, Cos },
        { nameof(Tan), Tan, Tan },
        { nameof(Asin), Asin, Asin },
        { nameof(Acos), Acos, Acos },
        { nameof(Atan), Atan, Atan },
        { nameof(Floor), Floor, Floor },
        { nameof(Ceiling), Ceiling, Ceiling },
        { nameof(Round), Round, Round },
        { nameof(Truncate), Truncate, Truncate },
        { nameof(Log1mExp), Log1mExp, Log1mExp },
        { nameof(NormalPdf), NormalPdf, NormalPdf },
        { nameof(NormalCdf), NormalCdf, NormalCdf },
        { nameof(LogNormalCdf), LogNormalCdf, LogNormalCdf },
        { nameof(LogGamma), LogGamma, LogGamma },
        { nameof(Digamma), Digamma, Digamma },
        { nameof(Trigamma), Trigamma, Trigamma },
    };

    public static TheoryData<string, Func<double, double, double>, Func<Row, Row, Row>, Func<Row, double, Row>, Func<double, Row, Row>> Pairs => new()
    {
        { nameof(Max), Max, Max, Max, Max },
        { nameof(Min), Min, Min, Min, Min },
        { nameof(Pow), Pow, Pow, Pow, Pow },
        { nameof(LogAddExp), LogAddExp, LogAddExp, LogAddExp, LogAddExp },
        { nameof(LogSubExp), LogSubExp, LogSubExp, LogSubExp, LogSubExp },
        { nameof(LogBeta), LogBeta, LogBeta, LogBeta, LogBeta },
        { nameof(XLogY), XLogY, XLogY, XLogY, XLogY },
        { nameof(Hypot), Hypot, Hypot, Hypot, Hypot },
        { nameof(Atan2), Atan2, Atan2, Atan2, Atan2 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_of_a_row_is_the_function_of_each_value(string name, Func<double, double> scalar, Func<Row, Row> row)
    {
        Row x = [-Infinity, -800, -1.5, -0.0, 0, 1e-20, 0.25, 1, 30, 800, Infinity, double.NaN];
        Row y = row(x);

        Assert.Equal(x.Length, y.Length);
        for (int c = 0; c < x.Length; c++) Assert.True(scalar(x[c]).Equals(y[c]), $"{name}({x[c]}) is {scalar(x[c])}, in a row {y[c]}");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_function_of_two_mixes_rows_and_scalars(
        string name,
        Func<double, double, double> scalars,
        Func<Row, Row, Row> rows,
        Func<Row, double, Row> rowAndScalar,
        Func<double, Row, Row> scalarAndRow)
    {
        Row left = [0.5, 2, 0, 3, double.NaN];
        Row right = [3, 2, double.NaN, 0.25, 1];

        for (int c = 0; c < left.Length; c++)
        {
            Assert.True(scalars(left[c], right[c]).Equals(rows(left, right)[c]), $"{name} of rows, class {c}");
            Assert.True(scalars(left[c], 2).Equals(rowAndScalar(left, 2)[c]), $"{name} of row and scalar, class {c}");
            Assert.True(scalars(2, right[c]).Equals(scalarAndRow(2, right)[c]), $"{name} of scalar and row, class {c}");
        }

        Assert.Throws<ArgumentException>(() => rows(left, [1]));
    }

    [Theory]
    [InlineData(1.0, 1.718281828459045235)]
    [InlineData(1e-10, 1.00000000005000000000166666667e-10)]
    public void ExpM1_keeps_relative_accuracy(double x, double expected) => AssertRelative(expected, ExpM1(x));

    [Theory]
    [InlineData(1e-10, 9.9999999995000000000333e-11)]
    [InlineData(1.0, 0.693147180559945309)]
    public void LogP1_keeps_relative_accuracy(double x, double expected) => AssertRelative(expected, LogP1(x));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(2, 0.880797077977882444)]
    [InlineData(-100, 3.72007597602083596e-44)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    public void Sigmoid_is_accurate_at_both_ends(double x, double expected) => AssertRelative(expected, Sigmoid(x));

    [Theory]
    [InlineData(0, 0.693147180559945309)]
    [InlineData(1000, 1000)]
    [InlineData(-100, 3.72007597602083596e-44)]
    public void Softplus_does_not_overflow_and_LogSigmoid_mirrors_it(double x, double expected)
    {
        AssertRelative(expected, Softplus(x));
        AssertRelative(-expected, LogSigmoid(-x));
    }

    [Theory]
    [InlineData(0.25, 0.0309298036201613714558)]
    [InlineData(1, 0.433780830483027187027)]
    [InlineData(-1000, 999.306852819440054691)]
    public void LogCosh_is_accurate_near_zero_and_far_out(double x, double expected) => AssertRelative(expected, LogCosh(x));

    [Theory]
    [InlineData(0, 0, 0.693147180559945309)]
    [InlineData(1, 2, 2.31326168751822283)]
    [InlineData(1000, 1000, 1000.69314718055995)]
    [InlineData(-1000, -1000, -999.306852819440055)]
    [InlineData(-40, 0, 4.24835425529158899e-18)]
    public void LogAddExp_does_not_overflow_and_keeps_the_small_term(double a, double b, double expected)
    {
        AssertRelative(expected, LogAddExp(a, b));
        AssertRelative(expected, LogAddExp(b, a));
    }

    [Fact]
    public void Values_at_kinks_and_limits_follow_the_conventions()
    {
        Assert.Equal(0, Sign(0));
        Assert.Equal(1, Sign(1e-300));
        Assert.Equal(-1, Sign(-Infinity));
        Assert.Equal(double.NaN, Sign(double.NaN));
        Assert.Equal(0, Relu(-3));
        Assert.Equal(3, Relu(3));
        Assert.Equal(0, XLogX(0));
        Assert.Equal(0, XLogY(0, 0));
        Assert.Equal(0, XLogY(0, double.NaN));
        Assert.Equal(-Infinity, XLogY(1, 0));
        Assert.Equal(-Infinity, Log(0));
        Assert.Equal(double.NaN, Max(double.NaN, 1));
        Assert.Equal(double.NaN, Min(1, double.NaN));
        Assert.Equal(8, Pow(2, 3));
        Assert.Equal(3, Sqrt(9));
        Assert.Equal(9, Square(-3));
        Assert.Equal(-27, Cube(-3));
        Assert.Equal(-0.25, Reciprocal(-4));
        Assert.Equal(-Infinity, Reciprocal(-0.0));
        Assert.Equal(2, Abs(-2));
        AssertRelative(0.761594155955764888, Tanh(1));
    }

    // References of 60 digits, rounded.
    [Fact]
    public void Elementary_functions_are_what_their_names_say()
    {
        AssertRelative(8, Exp2(3));
        AssertRelative(3, Log2(8));
        AssertRelative(-2, Log10(0.01));
        AssertRelative(-3, Cbrt(-27));
        AssertRelative(1.17520119364380145688, Sinh(1));
        AssertRelative(1.54308063481524377848, Cosh(1));
        AssertRelative(0.881373587019543025233, Asinh(1));
        AssertRelative(1.31695789692481670862, Acosh(2));
        AssertRelative(0.549306144334054845698, Atanh(0.5));
        AssertRelative(0.841470984807896506653, Sin(1));
        AssertRelative(0.540302305868139717401, Cos(1));
        AssertRelative(1.55740772465490223051, Tan(1));
        AssertRelative(0.523598775598298873077, Asin(0.5));
        AssertRelative(1.04719755119659774615, Acos(0.5));
        AssertRelative(0.785398163397448309616, Atan(1));
        AssertRelative(-2.35619449019234492885, Atan2(-1, -1));
        AssertRelative(5e300, Hypot(-3e300, 4e300));
        Assert.Equal(-3, Floor(-2.5));
        Assert.Equal(-2, Ceiling(-2.5));
        Assert.Equal(-2, Round(-2.5));
        Assert.Equal(-2, Truncate(-2.75));
        Assert.All([Acosh(0.5), Atanh(2), Asin(-2), Acos(2), Log2(-1), Log10(-1), Sin(Infinity)], value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Conditions_are_those_of_double_class_by_class()
    {
        double[] numbers = [0, -1, double.MaxValue, Infinity, -Infinity, double.NaN];
        var row = new Row(numbers);
        Assert.Equal(numbers.Select(double.IsNaN), IsNaN(row).AsSpan().ToArray());
        Assert.Equal(numbers.Select(double.IsInfinity), IsInfinity(row).AsSpan().ToArray());
        Assert.Equal(numbers.Select(double.IsNegativeInfinity), IsNegativeInfinity(row).AsSpan().ToArray());
        Assert.Equal(numbers.Select(double.IsNaN), numbers.Select(IsNaN));
        Assert.Equal(numbers.Select(double.IsInfinity), numbers.Select(IsInfinity));
        Assert.Equal(numbers.Select(double.IsNegativeInfinity), numbers.Select(IsNegativeInfinity));
    }

    [Fact]
    public void Clamp_takes_scalar_and_row_bounds()
    {
        Row x = [-5, 0.5, 5, double.NaN];

        Assert.Equal(1, Clamp(3, -1, 1));
        Assert.Equal(0.5, Clamp(0.5, -1, 1));
        Assert.Equal(0, Clamp(7, 2, 0));
        Assert.Equal<Row>([-1, 0.5, 1, double.NaN], Clamp(x, -1, 1));
        Assert.Equal<Row>([0, 0.75, 1, double.NaN], Clamp(x, [0, 0.75, 0, 0], 1));
        Assert.Equal<Row>([-1, 0, 2, double.NaN], Clamp(x, -1, [0, 0, 2, 0]));
        Assert.Equal<Row>([-1, 0, 2, double.NaN], Clamp(x, [-1, -1, -1, -1], [0, 0, 2, 0]));
        Assert.Equal(double.NaN, Clamp(0.5, double.NaN, 1));
        Assert.Equal(double.NaN, Clamp(0.5, 0, double.NaN));
        Assert.Throws<ArgumentException>(() => Clamp(x, [1], 2));
        Assert.Throws<ArgumentException>(() => Clamp(x, 1, [2]));
        Assert.Throws<ArgumentException>(() => Clamp(x, [1], [2]));
        Assert.Throws<ArgumentException>(() => Clamp(x, x, [2]));
    }

    private static void AssertRelative(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
