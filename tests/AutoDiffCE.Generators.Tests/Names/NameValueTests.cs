using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Names;

/// <summary>Losses with names of the generated text compute what they say.</summary>
public class NameValueTests
{
    [Theory]
    [InlineData("Sample { public double Shape { get; init; } = 1; public double Formula(double x, double y) => Shape * Log(x / y); }",
        "new Sample().Value([2.0], [1.0])", 0.69314718055994531)]
    [InlineData("Sample(double ratio) { public double Formula(Row x, int label) => ratio * Sum(x * x) + LogSumExp(x) - x[label]; }",
        "new Sample(1).Value([2.0], [0])", 4)]
    [InlineData("Sample(double batch) { public double Formula(double x, double y) => batch * (x - y) * (x - y); }",
        "new Sample(3).Value([2.0], [1.0])", 3)]
    [InlineData("Sample(double upstream, int options, double xGradient) { public double Formula(double x, double t) => upstream * x + options * t + xGradient; }",
        "new Sample(2, 3, 5).Value([7.0], [11.0])", 52)]
    [InlineData("Sample(bool options) { public double Formula(double x, double t) => options ? x * t : x + t; }",
        "new Sample(false).Value([7.0], [11.0])", 18)]
    [InlineData("Sample(Row classes, double labelDistribution) { public double Formula(Row x, int label) => labelDistribution * Sum(classes * x) + x[label]; }",
        "new Sample([1, 2], 3).Value([5.0, 7.0], [0.25, 0.75], 2)", 63.5)]
    [InlineData("Sample(double labelSmoothing, Row classWeights) { public double Formula(Row x, int k) => labelSmoothing * Sum(x) - classWeights[k] * x[k]; }",
        "new Sample(2, [3, 4]) { LabelSmoothing = 0.5 }.Value([5.0, 7.0], [0])", 5.75)]
    [InlineData("Sample(int upstream) { readonly int upstreamOfLoss = 2; public double Formula(double x, double t) => upstream * x + upstreamOfLoss * t; }",
        "new Sample(3).Value([5.0], [7.0])", 29)]
    [InlineData("Sample { private readonly double t = 2; public double Formula(double x, double t) => this.t * x + t; }",
        "new Sample().Value([5.0], [7.0])", 17)]
    [InlineData("Sample(double h, double H) { public double Formula(double x, double X) { double y = h * x, Y = H * X; return y * Y + y; } }",
        "new Sample(2, 3).Value([5.0], [7.0])", 220)]
    [InlineData("Sample { public double Formula(Row @double, int @class) => @double[@class] * @double[@class]; }",
        "new Sample().Value([5.0, 7.0], [1])", 49)]
    [InlineData("Sample { public override int Classes => 2; public double Formula(Row x, int label) => Sum(x) * x[label]; }",
        "new Sample().Value([5.0, 7.0], [1])", 84)]
    [InlineData("Sample { public new double LabelSmoothing { get; init; } = 3; public double Formula(Row x, int label) => LabelSmoothing * x[label]; }",
        "new Sample().Value([5.0, 7.0], [1])", 21)]
    [InlineData("Sample { public double Value(double x) => x; public double Formula(double x, double t) => x * t; }",
        "new Sample().Value([5.0], [7.0]) + new Sample().Value(1)", 36)]
    [InlineData("Sample { public double Formula(double classes, double labelDistribution) => classes * labelDistribution; }",
        "new Sample().Value([5.0], [7.0])", 35)]
    public async Task A_loss_with_a_name_of_the_generated_text_is_right(string loss, string call, double expected)
    {
        string check = "public static class Check { public static double Run() => " + call + "; }";
        string source = GeneratorRunner.Header + "[Loss] public sealed partial class " + loss + check;
        System.Reflection.Assembly assembly = (await GeneratorRunner.RunAsync(source)).Load();

        Assert.Equal(expected, (double)assembly.GetType("Check")!.GetMethod("Run")!.Invoke(null, null)!, 1e-12);
    }
}
