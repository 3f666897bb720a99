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

    private static ExactPoint At(string formula, double x) =>
        new(BallArithmetic.MinPrecision, new ExactFormula(formula), new ExactSample([[x], [0.5, 2]], [], Captures.None, 2), [1]);
}
