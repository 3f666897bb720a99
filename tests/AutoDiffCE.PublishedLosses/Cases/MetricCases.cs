using AutoDiffCE.PublishedLosses.Metric;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class MetricCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new CircleLoss(4, 0.25), Input.Row(-0.9, 0.9), Input.Flags),
        new(() => new SupervisedContrastiveLoss(0.5), Input.Row(-0.9, 0.9), Input.Flags),
        new(() => new ContrastiveLoss(2.5), Input.Row(), Input.Row(), Input.Integer(0, 1)),
        new(() => new FaceNetTripletLoss(0.25), Input.Row(), Input.Row(), Input.Row()),
        new(() => new NPairLoss(), Input.Row(), Input.Label()),
        new(() => new LiftedStructureLoss(1), Input.Scalar(0.25, 2), Input.Row(0.25, 2), Input.Row(0.25, 2)),
        new(() => new MultiSimilarityLoss(2, 40, 0.5), Input.Row(-0.9, 0.9), Input.Flags),
        new(() => new ProxyNcaLoss(), Input.Row(0, 4), Input.Label()),
        new(() => new AngularLoss(40), Input.Row(), Input.Row(), Input.Row()),
    ];
}
