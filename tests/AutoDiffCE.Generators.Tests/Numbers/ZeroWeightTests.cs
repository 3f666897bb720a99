namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>A class that weighs nothing adds nothing, whatever the loss of its label is: infinite, or no number at all.</summary>
public class ZeroWeightTests
{
    [Theory]
    [InlineData("Tanh(Pow(x[k], 1.5))", -2)]
    [InlineData("(XLogY(x, x[k]) / x)[k]", -2)]
    [InlineData("(XLogY(Abs(Index(x)) + 1e-8, x[k]) / x)[k]", -2)]
    [InlineData("(Log(Index(x)) * x)[k]", 3)]
    [InlineData("10 * XLogY(Exp(0.1), Softplus(x[k]))", -800)]
    [InlineData("Square(1 / Softplus(x[k])) * Sqrt(x[k])", -800)]
    [InlineData("k == 0 ? XLogY(x[k], Log(0.1)) : x[k]", -1.25)]
    [InlineData("k == 0 ? Square(x[k]) * Sqrt(-2.0) : x[k]", -1.25)]
    [InlineData("k == 0 ? LogSumExp(x) / Tanh(0.0) : x[k]", 0.25)]
    [InlineData("k == 0 ? LogSumExp(x) / (x.Length - 2.0) : x[k]", 0.25)]
    public async Task A_class_of_weight_zero_adds_nothing(string formula, double x)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(Row x, int k) => {formula};", "RI", arguments: "() { ClassWeights = new double[] { 0, 1 }, LabelSmoothing = 0.5 }");
        WrittenLoss alone = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        foreach (Func<WrittenLoss, double[], double[]> run in (Func<WrittenLoss, double[], double[]>[])[InDouble, InFloat])
        {
            double[] mixed = run(loss, [x, 0.75]);
            double[] right = run(alone, [0.5, 0.75]);
            Assert.Equal(0.75 * right[0], mixed[0], 1e-5 * Math.Abs(right[0]));
            Assert.Equal(0, mixed[1]);
            Assert.Equal(0.75 * right[2], mixed[2], 1e-5 * Math.Abs(right[2]));
        }
    }

    [Fact]
    public async Task A_whole_number_that_is_zero_adds_nothing()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double x, int n) => LogAddExp(1.0, Exp(x)) * n;", "SI");
        Assert.Equal([0, 0], loss.InDouble(710.0, 0));
        Assert.Equal([0, 0], loss.InFloat(100.0, 0));
    }

    // 0 · ∞ compares as 0, and not as NaN, for which the other side would be taken.
    [Fact]
    public async Task What_is_zero_beside_an_overflow_compares_as_zero()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row b, double s) { double g = Pow(b[0], s) * Sum(Index(b)); return Reciprocal(Exp(g)) >= g ? 2 * b[0] : 3 * b[0]; }", "RS");
        Assert.Equal([2e-30, 2], loss.InDouble((double[])[1e-30], -10000.0));
    }

    private static double[] InDouble(WrittenLoss loss, double[] x) => loss.InDouble(x, 1);

    private static double[] InFloat(WrittenLoss loss, double[] x) => loss.InFloat(x, 1);
}
