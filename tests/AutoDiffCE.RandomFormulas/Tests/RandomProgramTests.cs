using AutoDiffCE.RandomFormulas.Commands;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs through the real generator and compiler, in processes of their own.</summary>
public class RandomProgramTests
{
    private const ulong Seed = 1;

    [Fact]
    public void Nothing_is_found_in_a_hundred_random_programs() => AssertNothingFound("", 0, 100);

    [Theory]
    [InlineData("256", 100)]
    [InlineData("128", 115)]
    [InlineData("scalar", 130)]
    public void Nothing_is_found_at_narrower_registers(string width, int first) => AssertNothingFound(width, first, first + 15);

    [Fact]
    public void Nothing_is_found_where_every_sample_is_evaluated_again() => AssertNothingFound("", 150, 160, isExact: true);

    private static void AssertNothingFound(string width, int first, int end, bool isExact = false)
    {
        using var text = new StringWriter();
        var report = new Report(Seed, text);
        new WorkerPool("worker", Seed, report) { Width = width, Shrinking = 3, IsExact = isExact }.Run(first, end, 1);
        report.Print();
        Assert.True(report.Findings == 0, text.ToString());
        Assert.Contains("value, compared", text.ToString(), StringComparison.Ordinal);
    }
}
