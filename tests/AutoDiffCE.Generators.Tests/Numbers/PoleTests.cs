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
}
