using AutoDiffCE.PublishedLosses.Preference;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class PreferenceCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new DirectPreferenceLoss(0.5), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar(-4, -1)),
        new(() => new KahnemanTverskyLoss(0.5, 1, 1.5, 0.25), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Integer(0, 1)),
        new(() => new KahnemanTverskyLoss(0.5, 1, 1.5, 0.25), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Integer(0, 1)) { Variant = "undesirable" },
        new(() => new IdentityPreferenceLoss(0.25), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar(-4, -1)),
        new(() => new SimplePreferenceLoss(2, 0.5), Input.Scalar(-8, -4), Input.Scalar(-8, -4), Input.Integer(4, 8), Input.Integer(4, 8)),
        new(() => new OddsRatioPreferenceLoss(0.5), Input.Scalar(-4, -1), Input.Scalar(-4, -1)),
        new(() => new DavidsonLoss(0.5), Input.Scalar(), Input.Scalar(), Input.Integer(-1, 1)),
        new(() => new PlackettLuceLoss(3), Input.Row(), Input.Ranks),
        new(() => new SequenceCalibrationLoss(1, 0.5), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar(-4, -1)),
        new(() => new GroupRelativePolicyLoss(0.25, 0.125), Input.Scalar(-4, -1), Input.Scalar(-4, -1), Input.Scalar()),
    ];
}
