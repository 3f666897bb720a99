using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>At kinks, where a derivative is what the project says it is, the exact evaluation says the same as kernels do.</summary>
public sealed class ExactKinkTests
{
    [Theory]
    [InlineData("x0 x1 Max", new[] { 1.0, 1 }, new[] { 0.5, 0.5 })]
    [InlineData("x0 x1 Min", new[] { 1.0, 1 }, new[] { 0.5, 0.5 })]
    [InlineData("x0 Abs", new[] { 0.0 }, new[] { 0.0 })]
    [InlineData("x0 Sign", new[] { 0.0 }, new[] { 0.0 })]
    [InlineData("x0 Relu", new[] { 0.0 }, new[] { 0.0 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 0.0, 0, 1 }, new[] { 1.0, 0, 0 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 1.0, 0, 1 }, new[] { 1.0, 0, 0 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 0.5, 1, 1 }, new[] { 0.0, 1, 0 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 1.5, 1, 1 }, new[] { 0.0, 0, 1 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 1.0, 1, 1 }, new[] { 1.0, 0, 0 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 0.5, 1, 0.75 }, new[] { 0.0, 0, 1 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 0.9, 1, 0.75 }, new[] { 0.0, 0, 1 })]
    [InlineData("x0 x1 x2 Clamp", new[] { 1.5, 1, 0.75 }, new[] { 0.0, 0, 1 })]
    public void The_derivative_at_a_kink_is_the_convention(string formula, double[] x, double[] expected)
    {
        var sample = new ExactSample([.. x.Select(number => new[] { number })], [], Captures.None, 0);
        List<ExactElement> pending = [.. x.Select((_, input) => new ExactElement(input, 0))];
        var gradient = new double[x.Length];
        ExactEvaluator.Evaluate(new ExactFormula(formula), sample, [1], pending, (element, number) => number.TryToDouble(out gradient[element.Input]));
        Assert.Empty(pending);
        Assert.Equal(expected, gradient);
    }
}
