using AutoDiffCE.PublishedLosses.Classification;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class ClassificationCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new TaylorSoftmaxLoss(), Input.Row(), Input.Label()),
        new(() => new SphericalSoftmaxLoss(0.125), Input.Row(), Input.Label()),
        new(() => new SparsemaxLoss(), Input.Spread(-1, 1), Input.Label()),
        new(() => new LogitNormalizationLoss(0.5), Input.Row(), Input.Label()),
        new(() => new BiTemperedLogisticLoss(0.75, 1.5), Input.Row(), Input.Label()),
    ];
}
