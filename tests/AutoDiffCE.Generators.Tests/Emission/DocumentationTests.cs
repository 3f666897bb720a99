using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>What members and files say of a kernel is true of that kernel.</summary>
public class DocumentationTests
{
    [Theory]
    [InlineData("Sum(x)", "1 pass; per element 0 transcendental functions, 1 load, 0 stores")]
    [InlineData("Sum(x, (a, i) => Sum(x, (b, j) => a * b * Exp(a - b)))",
        "1 pass; per element 0 transcendental functions, 1 load, 0 stores; per pair of classes 1 transcendental function, 1 load; O(classes²)")]
    [InlineData("Sum(x, (a, i) => Exp(a) * Sum(x, (b, j) => Sigmoid(t[j] - b)))", "1 pass; per element 1 transcendental function, 1 load, 0 stores", false)]
    [InlineData("Sum(x, (a, i) => Tanh(a) * Sum(x, (b, j) => Erf(t[i] - b)))",
        "1 pass; per element 1 transcendental function, 2 loads, 0 stores; per pair of classes 1 transcendental function, 1 load; O(classes²)")]
    public async Task Costs_count_what_loops_over_pairs_do_and_state_their_order(string formula, string cost, bool isWhole = true)
    {
        string source = await SourceAsync($"public double Formula(Row x, Row t) => {formula};");

        if (isWhole)
            Assert.Contains($"value:              {cost}\n", source, StringComparison.Ordinal);
        else
            Assert.DoesNotContain("O(classes²)", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_computed_once_per_call_are_no_cost_of_an_element()
    {
        string source = await SourceAsync("public double Formula(Row x, Row t) => Dot(x, Log(w) * t);", "(Row w)");

        Assert.Contains("value:              1 pass; per element 0 transcendental functions, 2 loads, 0 stores\n", source, StringComparison.Ordinal);
        Assert.Contains("once per call:      1 row in double, O(classes)\n", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_show_the_mathematics_of_the_kernel_that_they_run()
    {
        Dictionary<bool, string> members = await DocumentationAsync("public double Formula(Row x, int k) => LogSumExp(x) - x[k];");

        Assert.Contains("value = softplus(", members[false], StringComparison.Ordinal);
        Assert.DoesNotContain("labelDistribution", members[false], StringComparison.Ordinal);
        Assert.Contains("Where <c>LabelSmoothing</c> is 0:", members[false], StringComparison.Ordinal);
        Assert.Contains("LabelSmoothing / classes everywhere", members[false], StringComparison.Ordinal);
        Assert.Contains("labelDistribution[i]", members[true], StringComparison.Ordinal);
        Assert.DoesNotContain("softplus", members[true], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_margin_loss_says_what_a_distribution_costs()
    {
        Dictionary<bool, string> members = await DocumentationAsync("public double Formula(Row x, int k) => Sum(Where(Index(x) != k, Relu(1 - x[k] + x), 0));");

        Assert.Contains("It costs O(classes²) per sample.", members[true], StringComparison.Ordinal);
        int smoothed = members[false].IndexOf("Elsewhere its mean", StringComparison.Ordinal);
        Assert.True(members[false].IndexOf("It costs O(classes²)", StringComparison.Ordinal) > smoothed);
    }

    private static async Task<string> SourceAsync(string members, string constructor = "")
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + $"[Loss] public partial class Sample{constructor} {{ {members} }}");
        Assert.Empty(run.Diagnostics);
        return run.Source;
    }

    // The documentation of ValueAndGradient in double, with a label and with a distribution.
    private static async Task<Dictionary<bool, string>> DocumentationAsync(string members)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + $"[Loss] public partial class Sample {{ {members} }}");
        return run.Compilation.GetTypeByMetadataName("Sample")!.GetMembers("ValueAndGradient").OfType<IMethodSymbol>()
            .Where(method => method.ReturnType.SpecialType == SpecialType.System_Double)
            .ToDictionary(
                method => method.Parameters.Any(parameter => parameter.Name == "labelDistribution"),
                method => method.DeclaringSyntaxReferences[0].GetSyntax().GetLeadingTrivia().ToFullString());
    }
}
