using AutoDiffCE.Simd;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs at narrower registers: a class of its own, which runs beside the others.</summary>
public class NarrowerRegisterTests
{
    private static readonly (int Bits, string Name, int First)[] widths = [(256, "256", 100), (128, "128", 120), (0, "scalar", 110)];

    /// <summary>The widths below that of this machine, which has had its programs.</summary>
    public static IEnumerable<object[]> Narrower => widths.Where(width => width.Bits < LaneWidth.Bits).Select(width => new object[] { width.Name, width.First });

    [Theory]
    [MemberData(nameof(Narrower))]
    public void Nothing_is_found_at_narrower_registers(string width, int first) => NothingFound.Assert(first, first + 5, width);
}
