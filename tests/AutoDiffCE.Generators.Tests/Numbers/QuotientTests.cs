namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>A product is divided as a whole: a small factor divided alone may be below what float holds where the result is not.</summary>
public class QuotientTests
{
    // Each is log h / x, or (1 − h) / x, where x is the only element that is not zero.
    [Theory]
    [InlineData("XLogY(x, h)[k] / Dot(x, x)")]
    [InlineData("XLogY(x[k], h) / Dot(x, x)")]
    [InlineData("(XLogY(x, h) / Dot(x, x))[k]")]
    [InlineData("Sum(XLogY(x, h)) / Dot(x, x) + 0 * x[k]")]
    [InlineData("Sum(XLogY(x, h) / Dot(x, x)) + 0 * x[k]")]
    [InlineData("x[k] * Log(h) / Dot(x, x)")]
    [InlineData("Sum(x * Log(h) / Dot(x, x)) + 0 * x[k]")]
    [InlineData("Sum(Where(x > 0, x * Log(h), 0)) / Dot(x, x) + 0 * x[k]")]
    [InlineData("Sum(Where(Index(x) == k, x * Log(h), 0)) / Dot(x, x)")]
    [InlineData("(x[k] > 0 ? XLogY(x[k], h) : 0) / Dot(x, x)")]
    public async Task A_small_factor_of_a_product_keeps_its_digits_beside_a_large_divisor(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI", "(double h)", "(0.999999)");
        foreach (float x in new[] { 1e18f, 1e-30f, 1e-40f })
        {
            double right = Math.Log(0.999999) / x;
            Assert.InRange(loss.InFloat(new double[] { x, 0, 0 }, 0)[0] / right, 1 - 1e-6, 1 + 1e-6);
            Assert.InRange(loss.InDouble(new double[] { x, 0, 0 }, 0)[0] / right, 1 - 1e-14, 1 + 1e-14);
        }
    }

    // The gradient is that of numerator and divisor together: of each alone it is 1e−18, which is 1e18 times a quotient that is below what float holds.
    [Theory]
    [InlineData("Sum(x, a => XLogY(a, 1.0 + Abs(0.5 + (k - 2))) * Norm(x)) / Max(x[k] + x[1], Sum(x) * LogSumExp(x))", 0.90032743113146779, "() { LabelSmoothing = 0.0625 }")]
    [InlineData("Sum(Where(x > 0, x, 0)) * Norm(x) / Max(x[k] + x[1], Sum(x) * LogSumExp(x))", 1, "() { LabelSmoothing = 0.0625 }")]
    [InlineData("Sum(Where(x > 0, x, 0)) * Norm(x) / Max(x[k] + x[1], Sum(x) * LogSumExp(x))", 1, "()")]
    public async Task What_is_weighed_or_masked_is_divided_as_a_whole_in_the_gradient_too(string formula, double value, string arguments)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI", arguments: arguments);
        double[] actual = loss.InFloat(new double[] { 10000, 1e18 }, 0);
        Assert.Equal(value, actual[0], 1e-6);
        Assert.All(actual[1..], gradient => Assert.Equal(0, gradient, 1e-24));
    }

    // e^c n / z: the product of the factors is out of range at some of these magnitudes, and the quotient of either factor at others. Their gradient is in range.
    [Theory]
    [InlineData("double z", "Exp(c) * XLogY(n, z)", 1)]
    [InlineData("double z", "Exp(c) * (n * Log(z))", 1)]
    [InlineData("Row z", "Exp(c) * Sum(XLogY(n, z))", 3)]
    [InlineData("Row z", "Sum(z, a => Exp(c) * XLogY(n, a))", 3)]
    [InlineData("Row z", "Sum(z, a => n * Exp(c) * Log(a))", 3)]
    public async Task What_is_weighed_and_divided_meets_in_an_order_that_stays_in_range(string input, string formula, int length)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula({input}, double n, double c) => {formula};", length == 1 ? "SSS" : "RSS");
        int[] magnitudes = [-30, -15, 0, 15, 30];
        foreach (int scale in new[] { 1, 8 })
        {
            foreach ((int a, int b, int d) in magnitudes.SelectMany(a => magnitudes.SelectMany(b => magnitudes.Select(d => (a, b, d)))))
            {
                if (Math.Abs(d + b - a) > 30)
                    continue;
                double z = Math.Pow(10, a * scale), n = Math.Pow(10, b * scale), c = d * scale * Math.Log(10);
                object of = length == 1 ? z : Enumerable.Repeat(z, length).ToArray();
                double right = Math.Pow(10, scale * (d + b - a));
                double gradient = (scale == 1 ? loss.InFloat(of, n, c) : loss.InDouble(of, n, c))[1];
                Assert.True(Math.Abs(gradient - right) < (scale == 1 ? 2e-5 : 1e-12) * right, $"{gradient} for {right}: z = {z}, n = {n}, e^c = 1e{d * scale}");
            }
        }
    }

    // A quotient that is infinite divides to zero, and what divides it has the derivative that it has elsewhere.
    [Theory]
    [InlineData("x / (2 / y)", 0, 1.5)]
    [InlineData("(x / (2 / y)) * Exp(y)", 0, 1.5)]
    [InlineData("Tanh(x / (2 / y))", 0, 1.5)]
    [InlineData("Max(y, -1.0) / (2.0 / -LogCosh(y)) + y", 0, 1)]
    public async Task What_divides_a_divisor_may_be_zero(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double y, double x) => {formula};", "SS");
        Assert.Equal([value, gradient], loss.InDouble(0.0, 3.0));
        Assert.Equal([value, gradient], loss.InFloat(0.0, 3.0));
    }
}
