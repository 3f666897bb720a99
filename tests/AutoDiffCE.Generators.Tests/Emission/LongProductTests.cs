using System.Text.RegularExpressions;
using AutoDiffCE.Generators.Tests.Infrastructure;
using AutoDiffCE.Generators.Tests.Numbers;

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

    [Fact]
    public async Task A_long_power_is_computed_by_squaring()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header
            + "[Loss] public sealed partial class Sample { public double Formula(double x, double t) => Square(Square(Square(Square(Square(x))))) + 0 * t; }");
        string kernel = run.Generated.Values.Single();
        // x^32 by four squares of x^2, and x^31 = x (x^15)^2 by cubes.
        Assert.InRange(Regex.Count(kernel[kernel.IndexOf("void Run", StringComparison.Ordinal)..], " [*] "), 5, 13);
    }

    // Where the zero and what overflows stand in different parts of it.
    [Theory]
    [InlineData("t", "Exp(y)")]
    [InlineData("Exp(y)", "t")]
    [InlineData("Exp(y)", "Exp(y) * t")]
    public async Task A_factor_of_zero_cancels_what_overflows_at_the_other_end_of_a_long_product(string first, string last)
    {
        string between = string.Join(" * ", Enumerable.Range(1, 40).Select(number => $"(y + {number})"));
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double y, double t) => {first} * {between} * {last};", "SS");
        Assert.Equal([0, 0], loss.InDouble(1000.0, 0.0));
        Assert.Equal([0, 0], loss.InFloat(100.0, 0.0));
    }
}
