using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>What is undefined is not evaluated with more and more digits, and what they decide is.</summary>
public sealed class ExactDigitsTests
{
    private const string RowOfExponentials = "#0 x1[] Exp";

    [Theory]
    [InlineData("x0 Log x0 Exp +2")]
    [InlineData("x0 Log x0 Exp Max")]
    [InlineData("x0 Log x0 Exp LogAddExp")]
    [InlineData("x0 Log x0 Exp /")]
    [InlineData("x0 Exp x0 Log < x0 x0 Exp ?")]
    [InlineData("x0 Log " + RowOfExponentials + " +2 Sum#0")]
    [InlineData("x0 Log " + RowOfExponentials + " *2 LogSumExp#0")]
    [InlineData("x0 Log " + RowOfExponentials + " *2 Min#0")]
    public void What_is_undefined_lacks_no_digits(string formula)
    {
        ExactPoint point = At(formula, -1);
        Assert.True(point[ExactElement.OfValue()].IsUnknown);
        Assert.False(point.LacksDigits);
    }

    [Theory]
    [InlineData("x0 Exp x0 Exp neg +2 Log")]
    [InlineData("x0 Exp x0 Exp <")]
    [InlineData("x0 x0 Exp x0 Exp neg +2 /")]
    [InlineData("x0 neg Log x0 Exp x0 Exp neg +2 *2")]
    [InlineData("x0 Exp x0 Exp neg +2 x0 neg Log StrongProduct")]
    public void What_may_be_zero_or_equal_lacks_digits(string formula) => Assert.True(At(formula, 1).LacksDigits);

    // e^(e^30) has more digits than are ever computed with, and flows back on two ways.
    [Theory]
    [InlineData("x0 Exp Exp x0 =0 $0 LogSumExp#0 neg +2 Sum#0 *2")]
    [InlineData("x0 Exp Exp #0 x1[] =0 $0 LogSumExp#0 neg +2 Sum#0 *2")]
    [InlineData("x0 Exp Exp x0 x0 Relu neg +2 *2")]
    [InlineData("x0 Exp Exp x0 x0 Abs neg +2 *2")]
    [InlineData("x0 Exp Exp x0 x0 1 Max neg +2 *2")]
    [InlineData("x0 Exp Exp x0 x0 100 Min neg +2 *2")]
    public void What_flows_back_on_two_ways_cancels(string formula)
    {
        var point = new ExactPoint(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[30], [0.5]], [], Captures.None, 1), [1]);
        Assert.Equal(0, point[new ExactElement(0, 0)].ToDouble());
        Assert.Equal(0, point[new ExactElement(1, 0)].ToDouble());
    }

    // 2 log 2 is what two elements are, to any number of digits, and nobody knows; above or below them is what counts.
    [Theory]
    [InlineData("#0 x0[] =0 $0 XLogY Max#0", 5, 2.6094379124341005)]
    [InlineData("#0 x0[] =0 $0 XLogY neg Min#0", 5, -2.6094379124341005)]
    [InlineData("#0 x0[] =0 $0 XLogY Max#0", 2, double.NaN)]
    public void What_is_tied_below_an_extremum_does_not_count(string formula, double last, double gradient)
    {
        var point = new ExactPoint(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[2, 2, last]], [], Captures.None, 3), [1]);
        Assert.Equal(last > 2 ? 0 : gradient, Given(0));
        Assert.Equal(gradient, Given(2));

        double Given(int element) => point[new ExactElement(0, element)].TryToDouble(out double number) ? number : double.NaN;
    }

    // x0 is 0, of an open side where a difference of zero is added to it; x1 is 3.
    [Theory]
    [InlineData("1 x0 /", double.NaN, double.NaN)]
    [InlineData("x1 1 x0 / /", 0, 3)]
    [InlineData("x1 2 x0 / /", 0, 1.5)]
    [InlineData("x1 x1 x0 / /", 0, 1)]
    [InlineData("x1 1 x0 / 1 +2 /", 0, double.NaN)]
    [InlineData("1 x0 / Tanh", double.NaN, 0)]
    [InlineData("1 x0 / x0 +2 Tanh", double.NaN, 0)]
    [InlineData("1 x0 / Sigmoid", double.NaN, 0)]
    [InlineData("1 x0 / Abs Tanh", 1, 0)]
    [InlineData("1 x0 / LogCosh", double.PositiveInfinity, double.NaN)]
    [InlineData("1 x0 / Softplus", double.NaN, double.NaN)]
    [InlineData("1 x0 / x1 Max", double.NaN, double.NaN)]
    [InlineData("1 x0 / -1 Pow", 0, double.NaN)]
    [InlineData("x0 1 x0 / *2", double.NaN, double.NaN)]
    [InlineData("1 x0 / neg Erf", double.NaN, 0)]
    public void What_a_pole_decides_is_given_where_its_side_is_open(string formula, double value, double gradient) =>
        AssertGiven(formula.Replace("x0", "x0 x1 x1 neg +2 +2", StringComparison.Ordinal), 0, value, gradient);

    [Theory]
    [InlineData("1 x0 /", double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("1 x0 / Tanh", 1, 0)]
    [InlineData("1 x0 / x0 +2 Tanh", 1, 0)]
    [InlineData("1 x0 / Sigmoid", 1, 0)]
    [InlineData("1 x0 / x1 Max", double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("x1 1 x0 / Min", 3, 0)]
    [InlineData("1 x0 / neg Erf", -1, 0)]
    [InlineData("1 x0 x0 x0 *3 / Tanh", 1, 0)]
    [InlineData("1 x0 Erf / x1 LogAddExp Tanh", 1, 0)]
    public void What_a_pole_decides_is_given_by_the_sign_of_an_input_that_is_zero(string formula, double value, double gradient)
    {
        AssertGiven(formula, 0, value, gradient);
        string negated = formula.Replace("x0", "x0 neg", StringComparison.Ordinal);
        AssertGiven(negated, -0.0, value, -gradient);
    }

    private static void AssertGiven(string formula, double zero, double value, double gradient)
    {
        var point = new ExactPoint(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[zero], [3]], [], Captures.None, 1), [1]);
        Assert.Equal(value, Given(ExactElement.OfValue()), 0);
        Assert.Equal(gradient, Given(new ExactElement(0, 0)), 0);
        Assert.False(point.LacksDigits);

        double Given(ExactElement element) => point[element].TryToDouble(out double number) ? number : double.NaN;
    }

    // 1 − σ(200) is e^−200, and 1 − p is e^−200 for the larger one of 200 and 0: less than 64 digits of 1 tell.
    [Theory]
    [InlineData("x0 x0 Softplus neg +2", 1)]
    [InlineData("x0 neg x0 neg LogSigmoid neg +2", -1)]
    [InlineData("x0 x0 0 LogAddExp neg +2", 1)]
    [InlineData("x0 #0 0 == x0 0 ? LogSumExp#0 neg +2", 1)]
    public void What_a_derivative_lacks_of_1_has_digits_of_its_own(string formula, int times)
    {
        var point = new ExactPoint(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[200]], [], Captures.None, 2), [1]);
        Assert.Equal(times * Math.Exp(-200), point[new ExactElement(0, 0)].ToDouble(), 1e-100);
    }

    private static ExactPoint At(string formula, double x) =>
        new(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[x], [0.5, 2]], [], Captures.None, 2), [1]);
}
