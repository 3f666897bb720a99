using AutoDiffCE.PublishedLosses.Ranking;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class RankingCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new RankNetLoss(1.5), Input.Row(), Input.Spread(0, 4)),
        new(() => new ApproxNdcgLoss(2), Input.Row(), Input.Spread(0, 4)),
        new(() => new ListNetLoss(), Input.Row(), Input.Row(0, 4)),
        new(() => new ListMleLoss(), Input.Row()),
        new(() => new LambdaRankLoss(1.5), Input.Spread(), Input.Spread(0, 4)),
        new(() => new BayesianPersonalizedLoss(), Input.Row(), Input.Flags),
        new(() => new SmoothApLoss(0.25), Input.Row(-0.9, 0.9), Input.Flags),
    ];
}
