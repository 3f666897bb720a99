using AutoDiffCE.PublishedLosses.Distillation;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class DistillationCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new DecoupledDistillationLoss(1, 4, 2), Input.Row(), Input.Row(), Input.Label()),
        new(() => new HintonDistillationLoss(2, 0.75), Input.Row(), Input.Row(), Input.Label()),
        new(() => new LabelRelaxationLoss(0.125), Input.Row(), Input.Label()),
        new(() => new ConfidencePenaltyLoss(0.25), Input.Row(), Input.Label()),
        new(() => new MarginLabelSmoothingLoss(1, 0.25), Input.Spread(), Input.Label()),
        new(() => new BrierLoss(), Input.Row(), Input.Label()),
    ];
}
