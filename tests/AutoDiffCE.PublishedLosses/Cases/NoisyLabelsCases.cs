using AutoDiffCE.PublishedLosses.NoisyLabels;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class NoisyLabelsCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new TaylorCrossEntropyLoss(3), Input.Row(), Input.Label()),
        new(() => new ForwardCorrectionLoss([0.25, 0.5, 0.125, 0, 0.375]), Input.Row(), Input.Label()),
        new(() => new SymmetricCrossEntropyLoss(0.5, 2, -4), Input.Row(), Input.Label()),
        new(() => new GeneralizedCrossEntropyLoss(0.75), Input.Row(), Input.Label()),
        new(() => new BootstrappingLoss(0.75, false), Input.Row(), Input.Label()) { Variant = "soft" },
        new(() => new BootstrappingLoss(0.75, true), Input.Spread(), Input.Label()) { Variant = "hard" },
        new(() => new GeneralizedJensenShannonLoss(0.25), Input.Row(), Input.Label()),
        new(() => new AbsoluteErrorLoss(), Input.Row(), Input.Label()),
        new(() => new ActivePassiveLoss(2, 0.5), Input.Row(), Input.Label()),
        new(() => new PartiallyHuberisedLoss(4), Input.Row(), Input.Label()),
    ];
}
