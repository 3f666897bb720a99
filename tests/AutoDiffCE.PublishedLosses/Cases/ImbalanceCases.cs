using AutoDiffCE.PublishedLosses.Imbalance;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class ImbalanceCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new SeesawLoss(new Row([100, 20, 50, 10, 4]), 0.75, 1.5), Input.Row(), Input.Label()),
        new(() => new AsymmetricMultiLabelLoss(1, 3, 0.0625), Input.Row(), Input.Flags),
        new(() => new LdamLoss([100, 20, 50, 10, 4], 0.5, 4), Input.Row(-0.9, 0.9), Input.Label()),
        new(() => new LogitAdjustedLoss(new Row([0.5, 0.125, 0.25, 0.0625, 0.0625]), 1.5), Input.Row(), Input.Label()),
        new(() => new BalancedSoftmaxLoss(new Row([100, 20, 50, 10, 4])), Input.Row(), Input.Label()),
        new(() => new SoftmaxEqualizationLoss(new Row([0.5, 0.125, 0.25, 0.0625, 0.0625]), 0.1, 0.75), Input.Row(), Input.Label()),
        new(() => new ClassBalancedLoss(new Row([100, 20, 50, 10, 4]), 0.875), Input.Row(), Input.Label()),
        new(() => new PolyLoss(1, -0.5, 0.25), Input.Row(), Input.Label()),
        new(() => new DualFocalLoss(2), Input.Spread(), Input.Label()),
    ];
}
