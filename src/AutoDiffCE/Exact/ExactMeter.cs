using System.Diagnostics.Metrics;

namespace AutoDiffCE.Exact;

/// <summary>Counts the samples that kernels could not evaluate: the meter "AutoDiffCE".</summary>
internal static class ExactMeter
{
    private static readonly Meter meter = new("AutoDiffCE");

    /// <summary>Samples that were evaluated again.</summary>
    public static Counter<long> Exact { get; } =
        meter.CreateCounter<long>("autodiffce.samples.exact", "{sample}", "Samples that were evaluated again, with more digits and without overflow.");

    /// <summary>Those among them that have a number that the formula leaves undefined, or that could not be decided.</summary>
    public static Counter<long> Undecided { get; } =
        meter.CreateCounter<long>("autodiffce.samples.undecided", "{sample}", "Samples that were evaluated again and have a number that could not be decided.");
}
