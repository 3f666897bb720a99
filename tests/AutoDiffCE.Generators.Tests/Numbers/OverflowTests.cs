using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// Formulas that no rule knows, at inputs where something on the way overflows: value and gradient are finite where the true ones are. The right numbers are
/// computed with 50 digits.
/// </summary>
public class OverflowTests
{
    [Theory]
    [InlineData("Sqrt(1 + x * x) - 1", 1e160, 1e160, 1)]
    [InlineData("Log(Exp(x) - 1)", 1000, 1000, 1)]
    [InlineData("Log(0.5 * Erfc(-x / Sqrt(2)))", -40, -804.60844201375379, 40.024968847207264)]
    [InlineData("Log(Pow(x, 200))", 1000, 1381.5510557964274, 0.2)]
    [InlineData("x + 2.5 * Log(1 + Square(1 / Exp(x)) / 4)", -400, 1596.5342640972003, -4)]
    [InlineData("Log(Softplus(x))", -1000, -1000, 1)]
    [InlineData("-Log(x / (2 * Math.PI * (Exp(x) - Exp(-x)))) - x * 0.5", 800, 395.15326533874142, 0.49875)]
    [InlineData("Log(1 - Sigmoid(x) * Sigmoid(x))", 1000, -999.30685281944005, -1)]
    [InlineData("Exp(-Exp(x))", 710, 0, 0)]
    [InlineData("Exp(x - Exp(x))", 710, 0, 0)]
    [InlineData("Sqrt(Exp(x)) * Exp(-400.0)", 800, 1, 0.5)]
    public async Task An_intermediate_result_that_overflows_leaves_no_trace(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    [Theory]
    [InlineData("Sqrt(1 + x * x) - 1", 2e19f, 2e19f, 1)]
    [InlineData("Log(Exp(x) - 1)", 100, 100, 1)]
    [InlineData("Log(0.5 * Erfc(-x / Sqrt(2)))", -16, -131.69539607375969, 16.062020989654506)]
    [InlineData("Exp(-Exp(x))", 89, 0, 0)]
    public async Task An_intermediate_result_that_overflows_in_float_leaves_no_trace(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    // The range of the last factor bounds the product, and not what is multiplied before.
    [Theory]
    [InlineData("x * x * x * Tanh(0.0) + x", 1e18, 1e18, 1)]
    [InlineData("x * x * x * Log(1.0) + x", 1e18, 1e18, 1)]
    [InlineData("x * Clamp(x, 0, 1e18) * Clamp(x, 0, 1e18) * 1e-37", 1e15, 1e8, 3e-7)]
    [InlineData("Clamp(x, 0, 1e18) * Clamp(x, 0, 1e18) * Clamp(x, 0, 1e18) * 1e-37", 1e15, 1e8, 3e-7)]
    public async Task A_small_factor_comes_too_late_for_what_overflows_in_float(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    // What lies below the largest double may lie beyond the largest float, and what lies above zero below the smallest.
    [Theory]
    [InlineData("k * Exp(Exp(Clamp(x, -10, 5)))", 10)]
    [InlineData("k * (1 / Exp(Clamp(x, -200, 5)))", -150)]
    [InlineData("k * Square(Square(Clamp(x, 0, 1e10)))", 2e10)]
    [InlineData("k * (3e38 * Tanh(x) + 3e38 * Sigmoid(x))", 10)]
    public async Task A_zero_is_a_strong_one_beside_what_overflows_in_float_alone(string formula, double x)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double k) => {formula};", "SS");
        Close([0, 0], loss.InFloat(x, 0.0), 0);
    }

    // Its derivative is e^−g, which is less than any number of digits and exponents holds, times that of g, which is more.
    [Theory]
    [InlineData("Sigmoid(Exp(Exp(x)))", 100)]
    [InlineData("Tanh(Exp(Exp(x)) * x - 3)", 100)]
    [InlineData("Sigmoid(XLogX(Exp(x)))", 1e18)]
    [InlineData("Erf(Exp(Exp(x)) / x)", 100)]
    [InlineData("1 - Exp(x - Exp(Exp(x)))", 100)]
    public async Task What_saturates_at_a_number_beyond_all_exponents_has_no_slope(string formula, double x)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([1, 0], loss.InDouble(x), 0);
        Close([1, 0], loss.InFloat(x), 0);
    }

    // The error function is 1 to so many digits that its inverse hyperbolic tangent has a pole there, and is none: more digits are asked for.
    [Theory]
    [InlineData("Atanh(Erf(x)) + k", -62.333748892393395, 11.045086421168162)]
    [InlineData("Atanh(Erf(x)) * Clamp(k, -1, 5)", 0, 0)]
    [InlineData("Atanh(Erf(x)) * Clamp(k + 1, -1, 5)", -62.333748892393395, 11.045086421168162)]
    public async Task What_is_next_to_a_pole_away_from_zero_is_told_from_it(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double k) => {formula};", "SS");
        Close([value, gradient], loss.InDouble(-11.0, 0.0), 4 * DoubleTolerance);
    }

    // What is zero is computed, what it meets is real, and more than any number of digits and exponents holds.
    [Theory]
    [InlineData("(k * k - 1) * LogAddExp(x, Sqrt(Exp(x)))", 10_000)]
    [InlineData("(k * k - 1) * LogAddExp(1.0, Exp(x))", 800)]
    [InlineData("(k * k - 1) * Softplus(Exp(x))", 800)]
    [InlineData("(k * k - 1) * Exp(Exp(x))", 10_000)]
    [InlineData("(k * k - 1) * (3 - Square(Exp(Exp(x) / 7)) * 5)", 10_000)]
    [InlineData("(k * k - 1) * Erf(Exp(Exp(x)))", 10_000)]
    [InlineData("(k * k - 1) * (Exp(Exp(x)) + LogCosh(Exp(-Exp(x))))", 10_000)]
    public async Task A_computed_zero_is_one_beside_what_is_beyond_all_exponents(string formula, double x)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double k) => {formula};", "SS");
        Assert.Equal([0, 0], loss.InDouble(x, 1.0)[..2]);
        Assert.Equal([0, 0], loss.InFloat(x, 1.0)[..2]);
    }

    // The log-softmax of a single class is 0, whatever stands beside it.
    [Theory]
    [InlineData("Min((0.0 - Pow(Exp(x), -1.0)) * LogSoftmax(x)) * x[k]", -10_000)]
    [InlineData("Exp(-x[k]) * (LogSumExp(x) - x[k])", -10_000)]
    [InlineData("Exp(Exp(x[k])) * Sum(LogSoftmax(x * x[k]))", 100)]
    public async Task A_single_class_is_certain_beside_what_overflows(string formula, double x)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Assert.Equal([0, 0], loss.InDouble(new[] { x }, 0));
    }

    [Theory]
    [InlineData("0.3")]
    [InlineData("0.0, ClassWeights = new double[] { 0.5, 2 }")]
    public async Task A_label_that_is_lifted_is_evaluated_again_as_a_mixture(string options)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Log(Exp(Exp(x[k]) - 700) - 1);", "RI", "", $"() {{ LabelSmoothing = {options} }}");
        double[] x = [8, 7.5];
        double[] own = [Math.Exp(x[0]) - 700, Math.Exp(x[1]) - 700];
        double share = options == "0.3" ? 0.15 : 0;
        Close(
            [((1 - share) * own[1]) + (share * own[0]), share * Math.Exp(8), (1 - share) * Math.Exp(7.5)], loss.InDouble(x, 1), DoubleTolerance);
    }

    // What flows back as zero is zero at a pole, too.
    [Theory]
    [InlineData("x * Pow(XLogX(x), 3)", 0, 0, 0)]
    [InlineData("-Pow(1 - x, 0.5) * Log(x)", 1, 0, 0)]
    [InlineData("Log(Exp(x + 1000) - 1) + x * Log(x)", 0, 1000, double.NegativeInfinity)]
    public async Task A_zero_is_a_strong_one_beside_a_pole(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Assert.Equal([value, gradient], loss.InDouble(x));
    }

    // Each has another limit from another side.
    [Theory]
    [InlineData("x / y")]
    [InlineData("x * y / (x * x + y * y)")]
    [InlineData("Square(x - y) / (x + y)")]
    public async Task Zero_over_zero_of_two_inputs_is_no_number(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double y) => {formula};", "SS");
        Assert.Equal(double.NaN, loss.InDouble(0.0, 0.0)[0]);
    }

    [Theory]
    [InlineData("Log(x)", 0, double.NegativeInfinity)]
    [InlineData("x * Exp(x)", 1000, double.PositiveInfinity)]
    [InlineData("Sqrt(x)", -1, double.NaN)]
    [InlineData("Abs(x) / x", 0, double.NaN)]
    [InlineData("Exp(x) - Square(Exp(x))", double.PositiveInfinity, double.NaN)]
    [InlineData("Log(Exp(x) - 1)", double.NaN, double.NaN)]
    public async Task What_is_infinite_or_undefined_stays_so(string formula, double x, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Assert.Equal(value, loss.InDouble(x)[0]);
    }

    // What all other classes have in common is computed before there are any: e^(−log 2 + 745) times nothing.
    [Fact]
    public async Task What_other_classes_have_in_common_does_not_count_where_there_are_none()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => LogSumExp(LogAddExp(Softmax(Where(Index(x) != k, LogSigmoid(OneHot(k, x.Length)), x)), Tanh(x)));", "RI");
        double[] expected = [Math.Log(Math.E + Math.Exp(-1)), 0];
        Close(expected, loss.InDouble((double[])[-745], 0), DoubleTolerance);
        Close(expected, loss.InFloat((double[])[-745], 0), FloatTolerance);
    }
}
