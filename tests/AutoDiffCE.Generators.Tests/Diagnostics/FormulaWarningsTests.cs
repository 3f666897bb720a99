using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// Each: the id, the message, the text under the squiggle, and that nothing else is reported.
public class FormulaWarningsTests
{
    [Theory]
    [InlineData("double x, double t", "x > t ? 1 : 0")]
    [InlineData("double x, double t", "Sign(x - t) * t")]
    [InlineData("double x, double t", "Floor(x - t) * t + Ceiling(x) - Round(3 * x) * Truncate(x * t)")]
    [InlineData("Row x, int k", "Count(x > x[k])")]
    [InlineData("Row x, Row t", "Sum(Where(x > 0, t, 0))")]
    [InlineData("Row x, int k", "Sum(x, (a, i) => a > x[k] & i != k ? 1 : 0)")]
    [InlineData("double x, double t", "StopGradient(x * t) - t")]
    [InlineData("Row x, int k", "-Log(StopGradient(Softmax(x)[k])) + Count(x > 0)")]
    public Task A_gradient_that_is_zero_everywhere_is_reported_at_the_parameter(string parameters, string value) => AssertReported(
        $"public double Formula({parameters}) => {value};",
        new ReportedDiagnostic(
            "ADCE101", "The gradient with respect to 'x' is zero everywhere, so nothing can be learned from it: the formula has steps only, or stops the gradient", "x"));

    [Theory]
    [InlineData("gate > 0 ? x * x : Abs(x)")]
    [InlineData("x * x * Sign(gate)")]
    [InlineData("x * x * Round(gate)")]
    [InlineData("x * x * StopGradient(Exp(gate))")]
    public Task An_input_that_only_decides_is_reported_at_the_parameter(string value) => AssertReported(
        $"public double Formula([Differentiable] double x, [Differentiable] double gate) => {value};",
        new ReportedDiagnostic(
            "ADCE102", "The gradient with respect to 'gate' is zero everywhere: it only decides between branches, or enters through a step or StopGradient", "gate"));

    [Theory]
    [InlineData("double x, double t", "x > t ? x * x : t", "x > t")]
    [InlineData("double x, double t", "Abs(x - t) <= delta ? 0.5 * (x - t) * (x - t) : delta * Abs(x - t)", "Abs(x - t) <= delta")]
    [InlineData("double x, double t", "x - t < 0 ? x - t : x - t + 1e-6", "x - t < 0")]
    [InlineData("double x, double t", "x == 0 ? 1 : x * t", "x == 0")]
    [InlineData("double x, double t", "x < 100 ? x : t", "x < 100")]
    [InlineData("double x, int n", "x > n ? x + 1 : x", "x > n")]
    [InlineData("double x, double t", "StopGradient(x > t ? 1 : 0) * x * x", "x > t")]
    [InlineData("double x, double t", "StopGradient(x) > t ? x * x : t", "StopGradient(x) > t")]
    [InlineData("Row x, int k", "Sum(Where(x > 0.5, x, 0)) - x[k]", "x > 0.5")]
    [InlineData("Row x, int k", "Sum(Where((Index(x) == k) & (x > 0.5), x, 0)) + Sum(x)", "x > 0.5")]
    [InlineData("Row x, int k", "x[k] >= 1 ? Sum(x) : x[k] - 1", "x[k] >= 1")]
    [InlineData("Row x, int k", "Sum(x, (a, i) => a > x[k] ? 1 + a : x[k])", "a > x[k]")]
    public async Task A_jump_is_reported_at_the_comparison(string parameters, string value, string comparison)
    {
        ReportedDiagnostic reported = Assert.Single(await ReportedAsync($"public double Formula({parameters}) => {value};"));

        Assert.Equal(("ADCE103", comparison), (reported.Id, reported.Text));
        Assert.StartsWith($"The value jumps where '{comparison}' changes, from ", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jump_of_a_row_out_is_reported() =>
        Assert.Equal("x > 0", Assert.Single(await ReportedAsync("public Row Formula(Row x) => Where(x > 0, x + 1, x);")).Text);

    [Fact]
    public async Task A_jump_behind_a_local_and_an_early_return_is_reported() => Assert.Equal(
        [("ADCE103", "error > 2")],
        (await ReportedAsync(
            "public double Formula(double x, double t) { double error = Abs(x - t); if (error > 2) return 2 * error; return error * error + 1; }"))
            .Select(reported => (reported.Id, reported.Text)));

    [Theory]
    [InlineData("double x, double t", "Abs(x - t) <= a ? 0.5 * (x - t) * (x - t) : a * (Abs(x - t) - 0.5 * a)")]
    [InlineData("double x, double t", "Abs(x - t) < a ? 0.5 * (x - t) * (x - t) / a : Abs(x - t) - 0.5 * a")]
    [InlineData("double x, double t", "x < a ? a * t : x > b ? b * t : x * t")]
    [InlineData("double x, double t", "x > b ? b * t : x < a ? a * t : x * t")]
    [InlineData("double x, double t", "x > t ? (1 - a) * (x - t) : a * (t - x)")]
    [InlineData("double x, double t", "t * x < 1 ? 1 - t * x : 0")]
    [InlineData("double x, double t", "x > 0 ? x : a * (Exp(x) - 1)")]
    [InlineData("double x, double t", "Abs(x - t) > 20 ? Abs(x - t) - Log(2) : Abs(x - t) + LogP1(Exp(-2 * Abs(x - t))) - Log(2)")]
    [InlineData("double x, double t", "x > 0 ? t * Sqrt(x) : 0")]
    [InlineData("double x, double t", "x - t > 0.5 ? Sqrt(x - t - 0.5) : 0")]
    [InlineData("double x, double t", "x > 0 ? x * Log(x) * t : 0")]
    [InlineData("double x, double t", "x == 0 ? 1 : ExpM1(x) / x")]
    [InlineData("double x, double t", "Abs(x - t) <= a ? a * a / 6 * (1 - Pow(1 - Pow((x - t) / a, 2), 3)) : a * a / 6")]
    [InlineData("double x, double t", "t > 0 ? x * x : Abs(x)")]
    [InlineData("double x, double t", "a > 1 ? x * x : Abs(x) + t")]
    [InlineData("double x, double t", "Sign(x - t) * (x - t)")]
    [InlineData("Row x, int k", "Sum(Where(x > 0, x, 0)) + Sum(x, (v, i) => v > x[k] ? v - x[k] : 0) - x[k]")]
    [InlineData("Row x, int k", "Sum(Where(Index(x) == k, 2 * x, x))")]
    [InlineData("Row x, int k", "x[k] > x[0] ? x[k] : x[0]")]
    [InlineData("Row x, Row t", "Sum(Where(Abs(x - t) > a, a * Abs(x - t) - 0.5 * a * a, 0.5 * (x - t) * (x - t)))")]
    [InlineData("Row x, Row t", "Sum(Where(t > 0.5, -Log(x), -Log(1 - x)))")]
    public async Task Branches_that_meet_are_left_alone(string parameters, string value) =>
        Assert.Empty(await ReportedAsync($"public double Formula({parameters}) => {value};"));

    [Theory]
    [InlineData("Sum(Where(x > x[20], x, 0)) - x[k]", "x > x[20]")]
    [InlineData("Sum(Where(x > x[^20], x, 0)) - x[k]", "x > x[^20]")]
    public async Task Rows_are_as_long_as_the_formula_needs_them(string value, string comparison) =>
        Assert.Equal(comparison, Assert.Single(await ReportedAsync($"public double Formula(Row x, int k) => {value};")).Text);

    [Fact]
    public async Task A_row_that_is_too_long_to_look_at_is_left_alone() =>
        Assert.Empty(await ReportedAsync("public double Formula(Row x, int k) => Sum(Where(x > x[1000000], x, 0)) - x[k];"));

    [Fact]
    public async Task A_pragma_silences_a_warning_at_its_place() => Assert.Empty(await ReportedAsync(
        "\n#pragma warning disable ADCE103\npublic double Formula(double x, double t) => x > t ? x * x : t;\n#pragma warning restore ADCE103\n"));

    // What a formula may capture.
    private const string HyperParameters = "public double delta { get; init; } public double a { get; init; } public double b { get; init; }";

    private static async Task<IEnumerable<ReportedDiagnostic>> ReportedAsync(string member) =>
        await GeneratorRunner.AnalyzeAsync(GeneratorRunner.Header + $"[Loss] public partial class Sample {{ {HyperParameters} {member} }}");

    private static async Task AssertReported(string member, params ReportedDiagnostic[] expected) => Assert.Equal(expected, await ReportedAsync(member));
}
