using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>What is well-formed has a kernel, which compiles without a warning and computes what the formula says.</summary>
public class OddFormulaTests
{
    [Fact]
    public Task Conditions_on_elements_at_fixed_positions() => AssertAgreeAsync(OddFormulas.FixedPositions);

    [Fact]
    public Task What_captures_decide() => AssertAgreeAsync(OddFormulas.Captures);

    [Fact]
    public Task Labels_beside_numbers_sizes_and_labels() => AssertAgreeAsync(OddFormulas.Labels);

    [Fact]
    public Task Truths_masks_and_branches() => AssertAgreeAsync(OddFormulas.Truths);

    [Fact]
    public Task Labels_captures_and_truths_together() => AssertAgreeAsync(OddFormulas.Mixed);

    [Fact]
    public async Task The_likelihood_of_an_ordinal_link_has_a_kernel()
    {
        const string Formula = """
            public double Formula(Row score, int label)
            {
                double upper = Sum(Where(Index(cuts) == label, Sigmoid(cuts - score[0]), 0)) + (label == cuts.Length ? 1 : 0);
                double lower = Sum(Where(Index(cuts) == label - 1, Sigmoid(cuts - score[0]), 0));
                return -Log(upper - lower);
            }
            """;
        CompiledLoss loss = (await LossBatch.CompileAsync(("(Row cuts)", Formula)))[0];
        object instance = loss.Create(new Row([-1.0, 1.0]));
        Array[] inputs = [new[] { 0.5, 0 }, new[] { 1 }];

        Assert.Equal(0.82090372003171815, loss.Values<double>(instance, inputs, 2, 1)[0], 1e-15);
        Assert.Equal(0.82090372003171815, loss.Values<float>(instance, inputs, 2, 1)[0], 1e-6);
    }

    [Fact]
    public async Task Numbers_that_are_none_are_constants_like_others()
    {
        string[] formulas =
        [
            "Sigmoid(x) + double.NaN", "Sigmoid(x) * double.NaN", "1 - Sigmoid(x) - double.NaN", "Max(x, double.NaN)", "Abs(x - double.NaN)",
            "Log(Exp(x) + double.NaN)", "Pow(x, double.NaN)", "x > double.NaN ? 1 : x * double.NaN",
            "Exp(x) * double.PositiveInfinity - double.PositiveInfinity",
            "Softplus(x + double.NegativeInfinity) - double.PositiveInfinity", "Min(double.NaN, x)", "Relu(double.NaN * x)",
        ];
        IReadOnlyList<CompiledLoss> losses = await LossBatch.CompileAsync(
            [.. formulas.Select(formula => ("", $"public double Formula(double x) => {formula};"))]);

        Assert.All(losses, loss => Assert.Equal(loss.Formula(loss.Create(), [0.5])[0], loss.Values<double>(loss.Create(), [new[] { 0.5 }], 0, 1)[0]));
    }

    private static async Task AssertAgreeAsync((string Constructor, string Members)[] losses)
    {
        IReadOnlyList<CompiledLoss> compiled = await LossBatch.CompileAsync(losses);
        List<string> faults = [];
        for (int index = 0; index < losses.Length; index++)
        {
            try
            {
                // Shorter and longer than a register, in turn.
                KernelOracle.AssertAgrees(compiled[index], index % 2 == 0 ? 3 : 21);
            }
            catch (Exception fault)
            {
                faults.Add($"{losses[index].Constructor} {losses[index].Members}\n    {(fault.InnerException ?? fault).Message}");
            }
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
