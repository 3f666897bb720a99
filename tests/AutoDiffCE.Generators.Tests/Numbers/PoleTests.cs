using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Quotients by an input that is zero.</summary>
public class PoleTests
{
    [Fact]
    public async Task What_flows_back_to_a_pole_as_zero_is_zero_in_a_row_out()
    {
        CompiledLoss loss = Assert.Single(await LossBatch.CompileAsync(
            [("", "public Row Formula(int k, int f, [Differentiable] Row x) => Sigmoid(x.With(k, x[f]) / (-x));")]));
        Array[] inputs = [new[] { 0 }, new[] { 2 }, (double[])[0, -1, 2, 0.5, -1]];
        double[] ones = [1, 1, 1, 1, 1];
        (double[] values, double[][] gradients) = loss.Both(loss.Create(), inputs, 5, ones, 5);
        Assert.Equal(0, values[0]);
        Assert.Equal(new double[5], gradients[0]);
        Assert.Equal(new double[5], loss.Backward(loss.Create(), inputs, 5, ones)[0]);
    }

    [Theory]
    [InlineData("Tanh(z[0] / Index(z)[^1])")]
    [InlineData("Sigmoid(z[0] / (z.Length - 1.0))")]
    [InlineData("Softplus(-z[0] / Sum(Index(z)))")]
    public async Task What_flows_back_to_a_number_of_classes_that_is_zero_is_zero(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row z) => {formula};", "R");
        Assert.Equal(0, loss.InDouble((double[])[0.25])[1]);
        Assert.Equal(0, loss.InFloat((double[])[0.25])[1]);
    }

    // e^(−t/x) is 0 at +0, and its derivative e^(−t/x) t/x² too, though a factor of it is infinite.
    [Theory]
    [InlineData("LogSigmoid(t / x)", 0)]
    [InlineData("LogSigmoid(t / (0.3 * x))", 0)]
    [InlineData("Exp(-t / x)", 0)]
    [InlineData("Exp(-Square(t / x))", 0)]
    [InlineData("Softplus(-t / x)", 0)]
    [InlineData("Sigmoid(t / x)", 1)]
    [InlineData("Tanh(t / (2 * x * t))", 1)]
    public async Task What_vanishes_exponentially_at_a_pole_has_no_gradient_there(string formula, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double t) => {formula};", "SS");
        Assert.Equal([value, 0], loss.InDouble(0.0, 1.5));
        Assert.Equal([value, 0], loss.InFloat(0.0, 1.5));
    }

    [Fact]
    public async Task What_vanishes_exponentially_at_the_pole_of_a_row_has_no_gradient_there()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row u, int y) => LogSigmoid(u / (u[y] * (1 / 4.0)))[u.Length - 1];", "RI");
        Assert.Equal([0, 0, 0, 0], loss.InDouble((double[])[0, 0, 1], 1));
        Assert.Equal([0, 0, 0, 0], loss.InFloat((double[])[0, 0, 1], 1));
    }

    // Beyond the pole nothing flows back, on either side of it; which side it is, the sign of zero tells.
    [Theory]
    [InlineData("Tanh(LogAddExp(10.0, 0.3 / Erf(x))) + t", 0.0, 2.5)]
    [InlineData("Exp(-Exp(t / x))", 0.0, 0.0)]
    [InlineData("Exp(-Exp(t / x))", -0.0, 1.0)]
    [InlineData("Tanh(Relu(t / (x * x * x))) + t", 0.0, 2.5)]
    [InlineData("Tanh(Relu(t / (x * x * x))) + t", -0.0, 1.5)]
    [InlineData("Tanh(Relu(Pow(x, -3))) + t", -0.0, 1.5)]
    [InlineData("Tanh(Relu(Pow(x, -2))) + t", -0.0, 2.5)]
    public async Task The_sign_of_zero_tells_the_side_of_a_pole(string formula, double x, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double t) => {formula};", "SS");
        Assert.Equal([value, 0], loss.InDouble(x, 1.5).Select(number => Math.Round(number, 15)));
        Assert.Equal([(float)value, 0], loss.InFloat(x, 1.5).Select(number => Math.Round(number, 7)).Select(number => (float)number));
    }

    [Theory]
    [InlineData("Pow(Log(x), y)", 1)]
    [InlineData("Pow(Sqrt(x), y)", 1)]
    [InlineData("Pow(y + 1, Log(x))", 1)]
    [InlineData("Pow(Log(x), y) * Exp(y)", 1)]
    [InlineData("Exp(Pow(Log(x), y) - 1)", 1)]
    public async Task A_power_of_zero_and_a_power_of_one_are_one_whatever_the_other_operand(string formula, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double y) => {formula};", "SS");
        Assert.Equal(value, loss.InDouble(-1.0, 0.0)[0]);
        Assert.Equal(value, loss.InFloat(-1.0, 0.0)[0]);
    }

    // One side of the branch divides by an index that is zero, where nothing is there to be divided.
    [Fact]
    public async Task A_side_that_is_not_taken_adds_nothing_though_it_divides_zero_by_zero()
    {
        WrittenLoss loss = await WrittenLoss.Compile("""
            public double Formula(Row x, int k)
            {
                Row u = Sigmoid(x) / OneHot(k, x.Length);
                return Sign(x[0]) != 0.25 ? Square(x[^1]) : Dot(XLogY(Exp(u), Softmax(u)), Softplus(-x));
            }
            """, "RI");
        Assert.Equal([6.25, 0, 0, 5], loss.InDouble((double[])[1, 0, 2.5], 2));
        Assert.Equal([6.25, 0, 0, 5], loss.InFloat((double[])[1, 0, 2.5], 2));
    }
}
