using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// The normal distribution, logarithms of differences, and conditions as a user writes them: value and gradient keep their digits in both tails, and what is
/// missing counts nothing. The right numbers are computed with 60 digits and more.
/// </summary>
public class NormalFunctionTests
{
    [Theory]
    [InlineData("NormalCdf(x)", -37, 5.7255712225245768e-300, 2.1200065515246056e-298)]
    [InlineData("NormalPdf(x)", -3, 0.0044318484119380072, 0.013295545235814022)]
    [InlineData("LogNormalCdf(x)", -1e150, -5e299, 1e150)]
    [InlineData("LogNormalCdf(x)", -3, -6.6077262215103495, 3.2830986549304365)]
    [InlineData("LogNormalCdf(x)", 9, -1.1285884059538406e-19, 1.0279773571668915e-18)]
    [InlineData("-Log(1 - NormalCdf(x))", 40, 804.60844201375379, 40.024968847207264)]
    [InlineData("Log1mExp(x)", -1e-20, -46.051701859880914, -1e20)]
    [InlineData("Log1mExp(x)", -100, -3.7200759760208361e-44, -3.7200759760208361e-44)]
    [InlineData("LogSubExp(x, 999.0)", 1000, 999.54132485461291848, 1.5819767068693264)]
    [InlineData("LogSubExp(1000.0, x)", 999, 999.54132485461291848, -0.58197670686932642)]
    [InlineData("LogSubExp(x, double.NegativeInfinity)", 3, 3, 1)]
    public async Task Digits_are_kept_in_both_tails(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    [Theory]
    [InlineData("NormalCdf(x)", -12.5f, 3.7325642988777134e-36, 4.695195357975146e-35)]
    [InlineData("LogNormalCdf(x)", -1e15f, -5e29, 1e15)]
    [InlineData("LogNormalCdf(x)", 5, -2.866516129637736e-07, 1.4867199409049186e-06)]
    [InlineData("Log1mExp(x)", -1e-20f, -46.051702, -1e20)]
    public async Task Digits_are_kept_in_both_tails_of_float(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    // What is missing is not looked at, and neither is what flows back from there.
    [Theory]
    [InlineData("double.IsNaN(t) ? 0 : Square(x - t)", double.NaN, 0, 0)]
    [InlineData("IsNaN(t) ? 0 : Square(x - t)", 1, 4, 4)]
    [InlineData("double.IsNaN(t) || double.IsInfinity(t) ? 0 : Square(x - t)", double.NegativeInfinity, 0, 0)]
    [InlineData("IsInfinity(t) ? 0 : Square(x - t)", double.PositiveInfinity, 0, 0)]
    [InlineData("IsNegativeInfinity(t) ? 2 * x : x + t", double.NegativeInfinity, 6, 2)]
    [InlineData("double.IsFinite(t) ? x * t : 5 * x", double.NaN, 15, 5)]
    public async Task A_condition_leaves_out_what_is_missing(string formula, double t, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double t) => {formula};", "SS");
        Assert.Equal([value, gradient], loss.InDouble(3.0, t));
        Assert.Equal([(float)value, (float)gradient], loss.InFloat(3.0, t));
    }

    [Fact]
    public async Task Missing_elements_of_a_row_are_left_out()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x, Row t) => Sum(Where(IsNaN(t), 0, Square(x - t))) / Count(!IsNaN(t));", "RR");
        Assert.Equal([2.5, 1, 0, 2], loss.InDouble(new[] { 1.0, 5, 3 }, new[] { 0, double.NaN, 1 }));
    }
}
