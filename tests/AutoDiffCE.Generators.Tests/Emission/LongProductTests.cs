using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Products beyond the length up to which factors stand beside each other.</summary>
public class LongProductTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public async Task A_product_of_many_factors_beside_powers_is_the_product(int length)
    {
        string factors = string.Join(" * ", Enumerable.Range(1, length).Select(number => $"(x + 0.{number:00})"));
        string body = $"{factors} * y * y * Exp(x) * Exp(x) / (y + 2)";
        CompiledLoss loss = (await LossBatch.CompileAsync(("", $"public double Formula(double x, double y) => {body};")))[0];
        object instance = loss.Create();
        foreach ((double x, double y) in new[] { (0.7, 0.9), (-0.3, 1.5), (0.5, 0.0) })
        {
            double expected = loss.Formula(instance, [x, y])[0];
            double actual = loss.Values<double>(instance, [new[] { x }, new[] { y }], 0, 1)[0];
            Assert.Equal(expected, actual, 1e-13 * Math.Abs(expected));
        }
    }
}
