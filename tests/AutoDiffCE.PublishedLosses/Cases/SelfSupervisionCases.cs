using AutoDiffCE.PublishedLosses.SelfSupervision;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class SelfSupervisionCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new SimSiamLoss(1.5, 0.25), Input.Row(), Input.Row()),
        new(() => new VectorQuantizationLoss(0.25), Input.Row(), Input.Row(), Input.Row()),
        new(() => new DinoLoss(0.5, 0.25, 0.125), Input.Row(), Input.Row()),
    ];
}
