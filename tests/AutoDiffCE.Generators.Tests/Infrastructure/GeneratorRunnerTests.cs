namespace AutoDiffCE.Generators.Tests.Infrastructure;

public class GeneratorRunnerTests
{
    [Theory]
    [InlineData("[Loss] public sealed partial class Sample { public double Formula(double x, double t) => (x - t) * (x - t); }")]
    [InlineData("[Loss] public partial class Sample { public double Formula(Row x, int k) => LogSumExp(x) - x[k]; }")]
    [InlineData("[Loss] public partial class Sample { public double Formula(Row x, Row t) => Dot(x - t, x - t); }")]
    [InlineData("[Loss] internal partial class Sample { public static double Formula(double x, double t) => Abs(x - t); }")]
    [InlineData("[Loss] public partial class Sample(double delta, bool flag) { public double Formula(double x, double t) => flag ? delta * x * t : x; }")]
    [InlineData("namespace A.B { public partial struct Outer { [Loss] private partial class @class { public double Formula(double @in, double t) => @in * t; } } }")]
    [InlineData("[Loss] public partial class Sample(double[] a, Row b) { public double Formula(Row x, int k) => Dot(Log(a), x) + a[k] * b[k] + Sum(b) * a[^1] - x[k]; }")]
    [InlineData("[Loss] public partial class Sample { private readonly double t = 4; public double Formula(double x, double t) => x * this.t + t; }")]
    [InlineData("[Loss] public partial class Sample { public double Formula(Row x, Row y, double w, int k) => w * x[k] * y[0]; }")]
    [InlineData("[Loss] public partial class Sample { public double Formula([Differentiable] Row x, [Differentiable] Row y) => Dot(x, y); }")]
    [InlineData("[Loss] public partial class Sample { public double Formula(double x, int n) => x * n; }")]
    [InlineData("[Loss] public partial class Sample { public double Formula(Row x, int a, int b) => x[a] - x[b]; }")]
    public async Task A_loss_gives_one_file_that_compiles_without_a_warning(string declaration)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + declaration);

        Assert.Single(run.Generated);
        run.Load();
    }

    [Fact]
    public async Task Nothing_is_generated_without_a_loss() =>
        Assert.Empty((await GeneratorRunner.RunAsync("public class Sample { public double Formula(double x) => x; }")).Generated);

    [Theory]
    [InlineData("public double Formula(double x, double t) => Math.BitIncrement(x) * t;", "ADCE010", "loss.Value([1.0], [2.0])")]
    [InlineData("public double Formula(double x, float t) => x * t;", "ADCE007", "loss.Value([1f], [2f])")]
    [InlineData("public double Formula(Row x, int k) => x[k] * 1f;", "ADCE007", "loss.Value([1.0, 2.0], [1])")]
    [InlineData("public double Formula(Row x, Row t) { try { return x[0] * t[0]; } finally { } }", "ADCE009", "loss.Value([1.0, 2.0], [1.0, 2.0])")]
    public async Task A_formula_in_error_leaves_the_members_so_that_nobody_else_is_in_error(string formula, string id, string use)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(
            GeneratorRunner.Header + $"[Loss] public partial class Sample {{ {formula} }}",
            $"public static class User {{ public static double Use(Sample loss) => {use}; }}");

        Assert.Equal(id, Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public async Task A_run_shows_what_the_compiler_complains_about()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync("public class Sample { public int Get() { int unused = 1; return null; } }");

        Assert.Equal(["CS0219", "CS0037"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal("unused", run.Diagnostics[0].Text);
    }
}
