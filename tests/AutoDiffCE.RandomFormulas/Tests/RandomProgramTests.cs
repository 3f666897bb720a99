using AutoDiffCE.RandomFormulas.Commands;
using AutoDiffCE.Simd;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs through the real generator and compiler, in processes of their own.</summary>
public class RandomProgramTests
{
    private const ulong Seed = 1;

    [Fact]
    public void Nothing_is_found_in_a_hundred_random_programs() => AssertNothingFound("", 0, 100);

    private static readonly (int Bits, string Name, int First)[] widths = [(256, "256", 100), (128, "128", 115), (0, "scalar", 130)];

    /// <summary>The widths below that of this machine, which has had its programs.</summary>
    public static IEnumerable<object[]> Narrower => widths.Where(width => width.Bits < LaneWidth.Bits).Select(width => new object[] { width.Name, width.First });

    [Theory]
    [MemberData(nameof(Narrower))]
    public void Nothing_is_found_at_narrower_registers(string width, int first) => AssertNothingFound(width, first, first + 15);

    [Fact]
    public void Nothing_is_found_where_every_sample_is_evaluated_again() => AssertNothingFound("", 150, 156, isExact: true);

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
