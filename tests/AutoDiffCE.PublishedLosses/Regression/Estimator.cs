namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>The functions of <see cref="RobustEstimatorLoss"/>.</summary>
internal enum Estimator
{
    Cauchy,
    Welsch,
    GemanMcClure,
}
