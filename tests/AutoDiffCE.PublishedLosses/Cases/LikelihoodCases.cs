using AutoDiffCE.PublishedLosses.Likelihood;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses.Cases;

internal static class LikelihoodCases
{
    public static LossCase[] All { get; } =
    [
        new(() => new MixtureDensityLoss(), Input.Row(), Input.Row(), Input.Row(-1, 1), Input.Scalar()),
        new(() => new VonMisesLoss(), Input.Scalar(), Input.Scalar(0.1, 5), Input.Scalar()),
        new(() => new ZeroInflatedPoissonLoss(), Input.Scalar(), Input.Scalar(), Input.Integer(0, 4)),
        new(() => new ZeroInflatedPoissonLoss(), Input.Scalar(), Input.Scalar(), Input.Integer(1, 4)) { Variant = "counted" },
        new(() => new AleatoricLoss(), Input.Scalar(), Input.Scalar(), Input.Scalar()),
        new(() => new LaplaceLikelihoodLoss(), Input.Scalar(), Input.Scalar(), Input.Scalar()),
        new(() => new StudentLikelihoodLoss(4), Input.Scalar(), Input.Scalar(), Input.Scalar()),
        new(() => new NegativeBinomialLoss(0.5), Input.Scalar(), Input.Integer(0, 6)),
        new(() => new GammaDevianceLoss(), Input.Scalar(0.25, 4), Input.Scalar(0.25, 4)),
        new(() => new TweedieDevianceLoss(1.5), Input.Scalar(0.25, 4), Input.Scalar(0.25, 4)) { Variant = "1.5" },
        new(() => new TweedieDevianceLoss(1), Input.Scalar(0.25, 4), Input.Scalar(0.25, 4)) { Variant = "1" },
        new(() => new TweedieDevianceLoss(2), Input.Scalar(0.25, 4), Input.Scalar(0.25, 4)) { Variant = "2" },
        new(() => new WeibullSurvivalLoss(), Input.Scalar(0.5, 3), Input.Scalar(0.5, 3), Input.Scalar(0.25, 4), Input.Integer(0, 1)),
        new(() => new InverseGaussianLoss(), Input.Scalar(0.5, 3), Input.Scalar(0.5, 3), Input.Scalar(0.25, 4)),
        new(() => new GaussianScoreLoss(), Input.Scalar(), Input.Scalar(0.25, 2), Input.Scalar()),
        new(() => new ContinuousBernoulliLoss(), Input.Scalar(0.05, 0.45), Input.Scalar(0, 1)),
        new(() => new CoxPartialLikelihoodLoss(), Input.Row(), Input.Spread(0, 4), Input.Flags),
        new(() => new DiscretizedLogisticLoss(0.25), Input.Scalar(-1, 1), Input.Scalar(-2, 0), Input.Scalar(-1, 1)),
    ];
}
