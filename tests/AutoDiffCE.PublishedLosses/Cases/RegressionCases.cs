using AutoDiffCE.PublishedLosses.Regression;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class RegressionCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new GeneralRobustLoss(1, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "1" },
        new(() => new GeneralRobustLoss(2, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "2" },
        new(() => new GeneralRobustLoss(0, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "0" },
        new(() => new GeneralRobustLoss(-2, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "-2" },
        new(() => new GeneralRobustLoss(double.NegativeInfinity, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "-inf" },
        new(() => new TukeyBiweightLoss(2), Input.Scalar(), Input.Scalar()),
        new(() => new WingLoss(1, 0.5), Input.Row(), Input.Row()),
        new(() => new RobustEstimatorLoss(Estimator.Cauchy, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "Cauchy" },
        new(() => new RobustEstimatorLoss(Estimator.Welsch, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "Welsch" },
        new(() => new RobustEstimatorLoss(Estimator.GemanMcClure, 1.5), Input.Scalar(), Input.Scalar()) { Variant = "Geman-McClure" },
        new(() => new AdaptiveWingLoss(14, 0.5, 1, 2.125), Input.Scalar(0, 1), Input.Scalar(0, 1)),
        new(() => new BalancedL1Loss(0.5, 1.5), Input.Scalar(), Input.Scalar()),
        new(() => new SmoothPinballLoss(0.75, 0.25), Input.Scalar(), Input.Scalar()),
        new(() => new QuantileHuberLoss(0.75), Input.Row(), Input.Row()),
        new(() => new CharbonnierLoss(0.125), Input.Scalar(), Input.Scalar()),
        new(() => new ExpectileLoss(0.75), Input.Scalar(), Input.Scalar()),
        new(() => new ReverseHuberLoss(), Input.Row(), Input.Row()),
        new(() => new ScaleInvariantLogLoss(0.5), Input.Row(0.5, 4), Input.Row(0.5, 4)),
        new(() => new LinexLoss(-1.5, 0.5), Input.Scalar(), Input.Scalar()),
        new(() => new IntervalScoreLoss(0.25), Input.Scalar(-2, 0), Input.Scalar(0, 2), Input.Scalar(-3, 3)),
    ];
}
