using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

/// <summary>The cases of all families, by their names.</summary>
internal static class AllCases
{
    public static Dictionary<string, LossCase> ToDictionary() => new[]
    {
        ClassificationCases.All, MarginsCases.All, OrdinalCases.All, RegressionCases.All, LikelihoodCases.All, MetricCases.All, RankingCases.All,
        PreferenceCases.All, SegmentationCases.All, NoisyLabelsCases.All, ImbalanceCases.All, DistillationCases.All,
        SelfSupervisionCases.All,
    }.SelectMany(family => family).ToDictionary(published => published.Name);
}
