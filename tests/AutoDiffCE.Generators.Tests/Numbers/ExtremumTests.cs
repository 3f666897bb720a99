namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Which element is the largest or the smallest of its row, found by comparing each with it.</summary>
public class ExtremumTests
{
    // Every element is as large as the other ones, whatever the row is: each has its share.
    [Theory]
    [InlineData("Max(Pow(Exp(x)[x.Length - 1], x / x))", 0.7, 0.1)]
    [InlineData("Max(Pow(y, x / x))", 0.7, 0.1)]
    [InlineData("Min(-Pow(Max(x), x / x))", 0.7, 0.1)]
    [InlineData("Max(Pow(Max(x), x / x))", 0.7, 0.1)]
    [InlineData("Max(Pow(Min(x), x / x)) * Max(x)", 0.7, 0.1)]
    [InlineData("Max(x / x * y * x[1])", 0.7, 0.1)]
    public async Task An_extremum_of_equal_elements_has_its_gradient(string formula, double first, double second)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula([Differentiable] Row x, double y) => {formula};", "RS");
        double[] x = [first, second], computed = loss.InDouble(x, 0.3);
        for (int element = 0; element < x.Length; element++)
        {
            double[] above = [.. x], below = [.. x];
            above[element] += 1e-6;
            below[element] -= 1e-6;
            double slope = (loss.InDouble(above, 0.3)[0] - loss.InDouble(below, 0.3)[0]) / 2e-6;
            Assert.Equal(slope, computed[1 + element], 1e-7);
            Assert.Equal(slope, loss.InFloat(x, 0.3)[1 + element], 1e-5);
        }
    }

    // At the label, and elsewhere, it is the same number that is compared with the largest.
    [Theory]
    [InlineData("Max(Square((scale * Softmax(x)).With(k, Cube(x[k]))))", "0")]
    [InlineData("Max(Square((scale * Softmax(x)).With(k, Cube(x[k]))))", "0.25")]
    [InlineData("Max(Square(x * 1.3 * scale)) * x[k]", "0")]
    [InlineData("Max(Square(x * 1.3 * scale)) * x[k]", "0.25")]
    [InlineData("Max(x * 0.7 + x[k] * 0.1 + scale) + x[k]", "0")]
    [InlineData("Max(x * 0.7 + x[k] * 0.1 + scale) + x[k]", "0.25")]
    [InlineData("Min(XLogY(Exp(Index(x)), x)) - scale * x[k]", "0")]
    [InlineData("Min(XLogY(Exp(Index(x)), x)) - scale * x[k]", "0.25")]
    [InlineData("Min(XLogY(Exp(Index(x)), Softmax(x))) - scale * x[k]", "0")]
    [InlineData("Min(XLogY(Exp(Index(x)), Softmax(x))) - scale * x[k]", "0.25")]
    [InlineData("Min(Softmax((scale * Index(x)).With(k, x[k])) * Exp(-scale))", "0")]
    [InlineData("Min(Softmax((scale * Index(x)).With(k, x[k])) * Exp(-scale))", "0.25")]
    [InlineData("Max(x + scale + x[k])", "0.25")]
    [InlineData("Max(x * 3 + scale + x[k] * 5)", "0.25")]
    [InlineData("Max(x * Exp(x) * Exp(x[k]) * scale)", "0.25")]
    [InlineData("Min(LogSoftmax((Sum(x) - Index(x)).With(k, x[k])) - Exp(x)) + scale", "0.25")]
    [InlineData("Max(LogSoftmax((x + Sum(Exp(x))).With(k, x[k])) - scale * x * x[k])", "0.25")]
    public async Task The_largest_element_has_its_gradient_at_the_label_too(string formula, string smoothing)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(Row x, int k) => {formula};", "RI", "(double scale)", $"(0.3) {{ LabelSmoothing = {smoothing} }}");
        double[][] samples = [[0.7, 0.1, 0.3], [0.1, 0.8, 0.3], [0.2, 0.1, 0.9], [0.31, 0.46, 0.22]];
        foreach (double[] x in samples)
        {
            for (int k = 0; k < x.Length; k++)
            {
                double[] computed = loss.InDouble(x, k);
                for (int element = 0; element < x.Length; element++)
                {
                    double[] above = [.. x], below = [.. x];
                    above[element] += 1e-6;
                    below[element] -= 1e-6;
                    double slope = (loss.InDouble(above, k)[0] - loss.InDouble(below, k)[0]) / 2e-6;
                    Assert.Equal(slope, computed[1 + element], 1e-7);
                    Assert.Equal(slope, loss.InFloat(x, k)[1 + element], 1e-5 * (1 + Math.Abs(slope)));
                }
            }
        }
    }
}
