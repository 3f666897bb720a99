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
