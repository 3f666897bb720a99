using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Every loss of these tests, at any number of classes.</summary>
internal static class AllLosses
{
    /// <summary>Losses of a row and a label.</summary>
    public static IEnumerable<(LabelLoss Loss, Func<Row, int, double> Formula)> Labeled(int classes)
    {
        Row prior = new([.. Enumerable.Range(0, classes).Select(c => Math.Sin(c))]);
        double[] priors = [.. Enumerable.Range(0, classes).Select(c => 1.0 / (c + 2))];
        yield return Pair(new QuotientOfExponentialsLoss(), loss => loss.Formula);
        yield return Pair(new LogOfSoftmaxLoss(), loss => loss.Formula);
        yield return Pair(new LogOfSumLoss(), loss => loss.Formula);
        yield return Pair(new LogOfShiftedSumLoss(), loss => loss.Formula);
        yield return Pair(new ClampedSoftmaxLoss(), loss => loss.Formula);
        yield return Pair(new FocalLoss(1.7), loss => loss.Formula);
        yield return Pair(new SmoothedByHandLoss(0.3), loss => loss.Formula);
        yield return Pair(new ConfidencePenaltyLoss(0.3), loss => loss.Formula);
        yield return Pair(new BrierLoss(), loss => loss.Formula);
        yield return Pair(new RowFunctionsLoss(), loss => loss.Formula);
        yield return Pair(new MaskedRowLoss(0.525), loss => loss.Formula);
        yield return Pair(new PowersLoss(0.3), loss => loss.Formula);
        yield return Pair(new FirstAndLastLoss(), loss => loss.Formula);
        yield return Pair(new ExtremesLoss(), loss => loss.Formula);
        yield return Pair(new CrammerSingerLoss(0.89), loss => loss.Formula);
        yield return Pair(new OrdinalLoss(), loss => loss.Formula);
        yield return Pair(new DistanceToLabelLoss(), loss => loss.Formula);
        yield return Pair(new ShiftedPriorLoss(prior), loss => loss.Formula);
        yield return Pair(new PriorArrayLoss(priors), loss => loss.Formula);
        yield return Pair(new ClampedRowLoss(), loss => loss.Formula);
        yield return Pair(new PairwiseRankingLoss(), loss => loss.Formula);
        yield return Pair(new NamesOfKernelsLabelLoss(), loss => loss.Formula);
        yield return Pair(new EarlyReturnLoss(0.7125), loss => loss.Formula);
        yield return Pair(new CapturedSettingsLoss(0.6, true, 3), loss => loss.Formula);
        yield return Pair(new CapturedSettingsLoss(0.6, false, 3), loss => loss.Formula);
        // Differences of a loss of all pairs take the third power of the classes.
        if (classes < 80)
            yield return Pair(new PairsInLambdasLoss(prior), loss => loss.Formula);
        // With one class nothing is left beside it, and the formula is infinite.
        if (classes > 1)
            yield return Pair(new UnlikelihoodLoss(), loss => loss.Formula);
    }

    /// <summary>Losses of all other shapes.</summary>
    public static IEnumerable<LossCase> Others(int classes)
    {
        var logOfSigmoids = new LogOfSigmoidsLoss();
        var logistic = new LogisticLoss();
        var pinball = new PinballLoss(0.3);
        var poisson = new PoissonLoss();
        var robust = new RobustLoss();
        var meanOfExponentials = new MeanOfExponentialsLoss();
        var softTarget = new SoftTargetLoss();
        var divergence = new DivergenceLoss();
        var cosine = new CosineLoss();
        Row shared = new([.. Enumerable.Range(0, classes).Select(c => 1.0 / (c + 2))]);
        var lengths = new LengthsLoss(shared);
        var weightedLengths = new LengthsLoss(shared, shared);
        var names = new NamesOfKernelsLoss(shared, 0.75);
        var powerDistance = new PowerDistanceLoss(2.5);
        return
        [
            LossCase.Of(logOfSigmoids, logOfSigmoids.Formula, Domain.Probability),
            LossCase.Of(logistic, logistic.Formula, Domain.Sign),
            LossCase.Of(pinball, pinball.Formula, Domain.Probability),
            LossCase.Of(poisson, poisson.Formula, Domain.Positive),
            LossCase.Of(robust, robust.Formula, Domain.Positive),
            LossCase.Of(meanOfExponentials, meanOfExponentials.Formula),
            LossCase.Of(softTarget, softTarget.Formula, classes, Domain.Probability),
            LossCase.Of(divergence, divergence.Formula, classes, Domain.Probability),
            LossCase.Of(cosine, cosine.Formula, classes, Domain.Positive),
            LossCase.Of(lengths, lengths.Formula, classes, Domain.High),
            LossCase.Of(weightedLengths, weightedLengths.Formula, classes, Domain.High),
            LossCase.Of(names, names.Formula, classes),
            LossCase.Of(powerDistance, powerDistance.Formula, classes, Domain.Probability),
            Gaussian(),
            Temperature(classes),
            Contrastive(classes),
        ];
    }

    /// <summary>All of them, labels as they are.</summary>
    public static IEnumerable<LossCase> All(int classes) =>
        [.. ReadyMadeLosses.All(classes), .. Labeled(classes).Select(pair => LossCase.Of(pair.Loss, pair.Formula, classes)), .. Others(classes)];

    private static (LabelLoss Loss, Func<Row, int, double> Formula) Pair<TLoss>(TLoss loss, Func<TLoss, Func<Row, int, double>> formula)
        where TLoss : LabelLoss => (loss, formula(loss));

    private static LossCase Gaussian()
    {
        var loss = new GaussianLoss();
        return new LossCase
        {
            Name = nameof(GaussianLoss),
            Loss = loss,
            Members = new ThreeInputMembers(loss, 0, 2),
            Inputs = [InputShape.Scalar, InputShape.Scalar.Fixed(), InputShape.Scalar with { Domain = Domain.Positive }],
            Labels = 0,
            Formula = (inputs, _) => loss.Formula(inputs[0][0], inputs[1][0], inputs[2][0]),
            Classes = 1,
        };
    }

    private static LossCase Temperature(int classes)
    {
        var loss = new TemperatureLoss();
        return new LossCase
        {
            Name = nameof(TemperatureLoss),
            Loss = loss,
            Members = new TemperatureMembers(loss),
            Inputs = [InputShape.Row, InputShape.Scalar.Fixed(Domain.Positive)],
            Labels = classes,
            Formula = (inputs, label) => loss.Formula(inputs[0], label, inputs[1][0]),
            Classes = classes,
        };
    }

    private static LossCase Contrastive(int classes)
    {
        var loss = new ContrastiveLoss(2.37);
        return new LossCase
        {
            Name = nameof(ContrastiveLoss),
            Loss = loss,
            Members = new ContrastiveMembers(loss),
            Inputs = [InputShape.Row, InputShape.Row],
            Labels = 2,
            Formula = (inputs, isSame) => loss.Formula(inputs[0], inputs[1], isSame),
            Classes = classes,
        };
    }
}
