using AutoDiffCE.Checking;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Many checks at once.</summary>
internal static class Reports
{
    /// <summary>Each with each.</summary>
    public static TheoryData<TFirst, TSecond> Combined<TFirst, TSecond>(IEnumerable<TFirst> first, IEnumerable<TSecond> second)
    {
        TheoryData<TFirst, TSecond> data = [];
        foreach (TFirst one in first)
        {
            foreach (TSecond other in second) data.Add(one, other);
        }

        return data;
    }

    /// <summary>None failed, and none is about nothing.</summary>
    public static void AssertAllPass(IEnumerable<GradientReport> reports)
    {
        GradientReport[] all = [.. reports];
        Assert.NotEmpty(all);
        GradientReport[] failed = [.. all.Where(report => !report.Passed || report.Elements.Count == 0)];
        Assert.True(failed.Length == 0, string.Join<GradientReport>("\n", failed));
    }
}
