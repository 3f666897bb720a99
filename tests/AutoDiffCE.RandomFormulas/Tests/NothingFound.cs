using AutoDiffCE.RandomFormulas.Commands;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs through the real generator and compiler, in a process of their own, in which nothing is found.</summary>
internal static class NothingFound
{
    private const ulong Seed = 1;

    public static void Assert(int first, int end, string width = "", bool isExact = false)
    {
        using var text = new StringWriter();
        var report = new Report(Seed, text);
        new WorkerPool("worker", Seed, report) { Width = width, Shrinking = 3, IsExact = isExact }.Run(first, end, 1);
        report.Print();
        Xunit.Assert.True(report.Findings == 0, text.ToString());
        Xunit.Assert.Contains("value, compared", text.ToString(), StringComparison.Ordinal);
    }
}
