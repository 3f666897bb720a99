using AutoDiffCE.PublishedLosses.Ordinal;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class OrdinalCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new CoralLoss(), Input.Row(), Input.Label(6)),
        new(() => new CumulativeLinkLoss(new Row([double.NegativeInfinity, -1.5, -0.25, 0.5, 2, double.PositiveInfinity])), Input.Scalar(), Input.Integer(0, 4)),
        new(() => new SquaredEarthMoverLoss(), Input.Row(), Input.Label()),
        new(() => new CornLoss(), Input.Row(), Input.Label(6)),
        new(() => new SoftOrdinalLabelsLoss(1.5), Input.Row(), Input.Label()),
        new(() => new BinomialOrdinalLoss(5), Input.Scalar(), Input.Label()),
        new(() => new AllThresholdLoss(new Row([-1.5, -0.25, 0.5, 2])), Input.Scalar(), Input.Whole(0, 4)),
        new(() => new OrdinalLogLoss(1.5), Input.Row(), Input.Label()),
    ];
}
