namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Reductions that all samples share run once per call, and lose nothing that the formula itself keeps as C#.</summary>
public class SharedReductionTests
{
    private static readonly string ones = "(new Row([" + string.Join(", ", Enumerable.Repeat("1.0", 2000)) + "]))";

    [Theory]
    [InlineData("LogSumExp(w)", 2.061247196543876e-9)]
    [InlineData("Log(Sum(Exp(w)))", 2.061247196543876e-9)]
    [InlineData("LogSumExp(Index(w) * -30)", 9.357622968840612e-14)]
    [InlineData("Log(Sum(Where(Index(w) == 1, 0, Exp(w))))", 9.35762296883974e-14)]
    public async Task A_log_sum_exp_keeps_what_is_added_to_its_largest_term(string reduction, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => x[0] * {reduction};", "R", "(Row w)", "(new Row([0, -20, -30]))");
        Assert.InRange(loss.InDouble((double[])[1, 0, 0])[0] / value, 1 - 1e-14, 1 + 1e-14);
        Assert.Equal((float)value, (float)loss.InFloat((double[])[1, 0, 0])[0]);
    }

    [Theory]
    [InlineData("0, 0, 0", 1.0986122886681098)]
    [InlineData("-1e308, 1e308, 1e308", 1e308)]
    [InlineData("double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity", double.NegativeInfinity)]
    [InlineData("double.NegativeInfinity, 3, double.NegativeInfinity", 3)]
    [InlineData("double.PositiveInfinity, 3, 5", double.PositiveInfinity)]
    [InlineData("double.NaN, 3, 5", double.NaN)]
    public async Task A_log_sum_exp_is_that_of_the_formula_as_CSharp(string row, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => x[0] + LogSumExp(w);", "R", "(Row w)", $"(new Row([{row}]))");
        Assert.Equal(value, loss.InDouble((double[])[0, 0, 0])[0], 1e-15);
    }

    [Fact]
    public async Task The_norm_of_many_elements_is_right_to_the_last_digits()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => x[0] * Norm(w);", "R", "(Row w)", ones);
        Assert.InRange(loss.InDouble((double[])[1, .. new double[1999]])[0] / Math.Sqrt(2000), 1 - 5e-16, 1 + 5e-16);
    }

    [Theory]
    [InlineData("0, 0, 0", 0)]
    [InlineData("3e-200, 4e-200, 0", 5e-200)]
    [InlineData("3e200, 0, -4e200", 5e200)]
    [InlineData("3, double.NegativeInfinity, 4", double.PositiveInfinity)]
    [InlineData("3, double.NaN, 4", double.NaN)]
    public async Task A_norm_is_that_of_the_formula_as_CSharp(string row, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => x[0] * Norm(w);", "R", "(Row w)", $"(new Row([{row}]))");
        Assert.Equal(value, loss.InDouble((double[])[1, 0, 0])[0], double.IsFinite(value) ? Math.Abs(value) * 1e-15 : 0);
    }
}
