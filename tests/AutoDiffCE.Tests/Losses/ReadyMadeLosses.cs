using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Every loss that the library comes with. Hyper-parameters keep kinks off the grid that inputs are drawn from.</summary>
internal static class ReadyMadeLosses
{
    public static IEnumerable<LossCase> All(int classes) => [.. Labeled(classes), .. Regression(), .. Binary(), .. Others(classes)];

    private static IEnumerable<LossCase> Labeled(int classes)
    {
        var crossEntropy = new CrossEntropyLoss();
        var focal = new SoftmaxFocalLoss(1.3);
        var likelihood = new NegativeLogLikelihoodLoss();
        var multiMargin = new MultiMarginLoss(0.89);
        var squaredMultiMargin = new MultiMarginLoss(1.21, squared: true);
        return
        [
            LossCase.Of(crossEntropy, crossEntropy.Formula, classes),
            LossCase.Of(focal, focal.Formula, classes),
            LossCase.Of(likelihood, likelihood.Formula, classes),
            LossCase.Of(multiMargin, multiMargin.Formula, classes),
            LossCase.Of(squaredMultiMargin, squaredMultiMargin.Formula, classes),
        ];
    }

    private static IEnumerable<LossCase> Regression()
    {
        var absolute = new MeanAbsoluteErrorLoss();
        var squared = new MeanSquaredErrorLoss();
        var huber = new HuberLoss(0.71);
        var smooth = new SmoothL1Loss(0.71);
        var logCosh = new AutoDiffCE.Losses.LogCoshLoss();
        var quantile = new QuantileLoss(0.3);
        var poisson = new PoissonNegativeLogLikelihoodLoss(full: true);
        var poissonOfRate = new PoissonNegativeLogLikelihoodLoss(logInput: false);
        return
        [
            LossCase.Of(absolute, absolute.Formula, Domain.Probability),
            LossCase.Of(squared, squared.Formula),
            LossCase.Of(huber, huber.Formula),
            LossCase.Of(smooth, smooth.Formula, Domain.Probability),
            LossCase.Of(logCosh, logCosh.Formula),
            LossCase.Of(quantile, quantile.Formula, Domain.Probability),
            LossCase.Of(poisson, poisson.Formula, Domain.Positive),
            LossCase.Of(poissonOfRate, poissonOfRate.Formula, Domain.Positive, Domain.Positive),
        ];
    }

    private static IEnumerable<LossCase> Binary()
    {
        var ofProbability = new BinaryCrossEntropyLoss();
        var ofLogit = new BinaryCrossEntropyWithLogitsLoss(2.5);
        var focal = new SigmoidFocalLoss(0.3, 1.3);
        var focalWithoutBalance = new SigmoidFocalLoss(-1, 2);
        var softMargin = new SoftMarginLoss();
        var hinge = new HingeLoss();
        var squaredHinge = new SquaredHingeLoss();
        var embedding = new HingeEmbeddingLoss();
        return
        [
            LossCase.Of(ofProbability, ofProbability.Formula, Domain.Probability, Domain.Probability),
            LossCase.Of(ofLogit, ofLogit.Formula, Domain.Probability),
            LossCase.Of(focal, focal.Formula, Domain.Probability),
            LossCase.Of(focalWithoutBalance, focalWithoutBalance.Formula, Domain.Probability),
            LossCase.Of(softMargin, softMargin.Formula, Domain.Sign),
            LossCase.Of(hinge, hinge.Formula, Domain.Sign),
            LossCase.Of(squaredHinge, squaredHinge.Formula, Domain.Sign),
            LossCase.Of(embedding, embedding.Formula, Domain.Sign),
        ];
    }

    private static IEnumerable<LossCase> Others(int classes)
    {
        var divergence = new KullbackLeiblerLoss();
        var divergenceOfLogarithms = new KullbackLeiblerLoss(logTarget: true);
        var gaussian = new GaussianNegativeLogLikelihoodLoss(full: true);
        var ranking = new MarginRankingLoss(0.89);
        return
        [
            LossCase.Of(divergence, divergence.Formula, classes, Domain.Probability),
            LossCase.Of(divergenceOfLogarithms, divergenceOfLogarithms.Formula, classes),
            OfScalars(gaussian, new GaussianNegativeLogLikelihoodMembers(gaussian), gaussian.Formula, [InputShape.Scalar, InputShape.Scalar.Fixed(), InputShape.Scalar with { Domain = Domain.Positive }]),
            OfScalars(ranking, new MarginRankingMembers(ranking), ranking.Formula, [InputShape.Scalar, InputShape.Scalar, InputShape.Scalar.Fixed(Domain.Sign)]),
        ];
    }

    private static LossCase OfScalars(Loss loss, object members, Func<double, double, double, double> formula, InputShape[] inputs) => new()
    {
        Name = loss.GetType().Name,
        Loss = loss,
        Members = members,
        Inputs = inputs,
        Labels = 0,
        Formula = (numbers, _) => formula(numbers[0][0], numbers[1][0], numbers[2][0]),
        Classes = 1,
    };
}
