using AutoDiffCE.RandomFormulas.Commands;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Programs that were cut and shuffled as text.</summary>
public class BrokenProgramTests
{
    [Fact]
    public void Three_hundred_broken_programs_neither_stop_nor_hang_generator_and_analyzer()
    {
        using var text = new StringWriter();
        var report = new Report(1, text);
        new WorkerPool("broken-worker", 1, report).Run(0, 300, 1);
        report.Print();
        Assert.True(report.Findings == 0, text.ToString());
        Assert.Contains("broken programs", text.ToString(), StringComparison.Ordinal);
    }
}
