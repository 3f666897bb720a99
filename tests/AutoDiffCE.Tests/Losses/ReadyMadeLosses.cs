using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Activations;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Losses;

/// <summary>
/// The ready-made losses, their parameters such that no kink lies where the inputs do: margins are off the grid, rows that are compared by their distance
/// lie apart.
/// </summary>
internal static class ReadyMadeLosses
{
    private static readonly InputShape positive = InputShape.Scalar with { Domain = Domain.Positive };

    private static readonly InputShape low = InputShape.Row with { Domain = Domain.Low };

    private static readonly InputShape middle = InputShape.Row with { Domain = Domain.Positive };

    private static readonly InputShape high = InputShape.Row with { Domain = Domain.High };

    public static IEnumerable<LossCase> All(int classes) => [.. Elementwise(), .. OfScalars(), .. OfRows(classes), .. OfEmbeddings(classes), .. OfLabels(classes), .. Activations()];

    private static IEnumerable<LossCase> Elementwise()
    {
        yield return Of(new MeanSquaredErrorLoss(), loss => loss.Formula);
        yield return Of(new MeanAbsoluteErrorLoss(), loss => loss.Formula);
        yield return Of(new HuberLoss(0.71), loss => loss.Formula);
        yield return Of(new SmoothL1Loss(0.71), loss => loss.Formula);
        yield return Of(new SmoothL1Loss(0), loss => loss.Formula);
        yield return Of(new LogCoshLoss(), loss => loss.Formula);
        yield return Of(new QuantileLoss(0.3), loss => loss.Formula);
        yield return Of(new HingeLoss(0.89), loss => loss.Formula, Domain.Sign);
        yield return Of(new SquaredHingeLoss(0.89), loss => loss.Formula, Domain.Sign);
        yield return Of(new SoftMarginLoss(), loss => loss.Formula, Domain.Sign);
        yield return Of(new HingeEmbeddingLoss(1.21), loss => loss.Formula, Domain.Sign);
        yield return Of(new BinaryCrossEntropyWithLogitsLoss(2.5), loss => loss.Formula, Domain.Probability);
        yield return Of(new SigmoidFocalLoss(0.3, 1.7), loss => loss.Formula, Domain.Probability);
        yield return Of(new SigmoidFocalLoss(-1, 2), loss => loss.Formula, Domain.Probability);
        yield return Of(new PoissonNegativeLogLikelihoodLoss(), loss => loss.Formula, Domain.Positive);
        yield return Of(new PoissonNegativeLogLikelihoodLoss(full: true), loss => loss.Formula, Domain.Positive);
        yield return Of(new PoissonNegativeLogLikelihoodLoss(false, true, 0.125), loss => loss.Formula, Domain.Positive, Domain.Positive);
        yield return Of(new BinaryCrossEntropyLoss(), loss => loss.Formula, Domain.Probability, Domain.Probability);
    }

    private static IEnumerable<LossCase> OfScalars()
    {
        var ranking = new MarginRankingLoss(0.51);
        yield return Of(ranking, new ThreeInputMembers(ranking, 0, 1), ranking.Formula, [InputShape.Scalar, InputShape.Scalar, InputShape.Scalar.Fixed(Domain.Sign)]);

        foreach (bool full in new[] { false, true })
        {
            var gaussian = new GaussianNegativeLogLikelihoodLoss(full, 1e-3);
            yield return Of(gaussian, new ThreeInputMembers(gaussian, 0, 2), gaussian.Formula, [InputShape.Scalar, InputShape.Scalar.Fixed(), positive]);
        }
    }

    private static IEnumerable<LossCase> OfRows(int classes)
    {
        Row weights = new([.. Enumerable.Range(0, classes).Select(c => 1.0 / (c + 2))]);
        yield return Of(new KullbackLeiblerLoss(), loss => loss.Formula, classes, Domain.Probability);
        yield return Of(new KullbackLeiblerLoss(logTarget: true), loss => loss.Formula, classes, Domain.Real);
        yield return Of(new MultiLabelSoftMarginLoss(), loss => loss.Formula, classes, Domain.Probability);
        yield return Of(new MultiLabelSoftMarginLoss(weights), loss => loss.Formula, classes, Domain.Probability);
        yield return Of(new MultiLabelMarginLoss(), loss => loss.Formula, classes, Domain.Flag) with
        {
            Inputs = [InputShape.Row with { Domain = Domain.Uneven }, InputShape.Row.Fixed(Domain.Flag)],
        };
    }

    private static IEnumerable<LossCase> OfEmbeddings(int classes)
    {
        var cosine = new CosineEmbeddingLoss(0.5);
        yield return new LossCase
        {
            Name = nameof(CosineEmbeddingLoss),
            Loss = cosine,
            Members = new ThreeInputMembers(cosine, 0, 1),
            Inputs = [middle, high, InputShape.Scalar.Fixed(Domain.Sign)],
            Labels = 0,
            Formula = (inputs, _) => cosine.Formula(inputs[0], inputs[1], inputs[2][0]),
            Classes = classes,
        };

        var triplet = new TripletMarginLoss(0.89, 1e-3);
        var swapped = new TripletMarginLoss(2.89, 1e-3, swap: true);
        var power = new TripletMarginPowerLoss(3, 0.89, 1e-3);
        var swappedSum = new TripletMarginPowerLoss(1, 2.89, 1e-3, swap: true);
        yield return Of(triplet, new ThreeInputMembers(triplet, 0, 1, 2), triplet.Formula, classes, [low, middle, high]);
        yield return Of(triplet, new ThreeInputMembers(triplet, 0, 1, 2), triplet.Formula, classes, [low, high, middle]);
        yield return Of(swapped, new ThreeInputMembers(swapped, 0, 1, 2), swapped.Formula, classes, [low, high, middle]);
        yield return Of(power, new ThreeInputMembers(power, 0, 1, 2), power.Formula, classes, [low, high, middle]);
        yield return Of(swappedSum, new ThreeInputMembers(swappedSum, 0, 1, 2), swappedSum.Formula, classes, [low, middle, high]);
    }

    private static IEnumerable<LossCase> OfLabels(int classes)
    {
        yield return Of(new CrossEntropyLoss(), loss => loss.Formula, classes);
        yield return Of(new NegativeLogLikelihoodLoss(), loss => loss.Formula, classes);
        yield return Of(new SoftmaxFocalLoss(1.7), loss => loss.Formula, classes);
        yield return Of(new MultiMarginLoss(0.89), loss => loss.Formula, classes);
        yield return Of(new MultiMarginLoss(1.21, squared: true), loss => loss.Formula, classes);
    }

    private static IEnumerable<LossCase> Activations()
    {
        yield return OfScalar(new ReluActivation(), loss => loss.Formula);
        yield return OfScalar(new GeluActivation(), loss => loss.Formula);
        yield return OfScalar(new GeluActivation(approximate: true), loss => loss.Formula);
        yield return OfScalar(new SiluActivation(), loss => loss.Formula);
        yield return OfScalar(new TanhActivation(), loss => loss.Formula);
        yield return OfScalar(new SigmoidActivation(), loss => loss.Formula);
    }

    private static LossCase OfScalar<TLoss>(TLoss loss, Func<TLoss, Func<double, double>> formula)
        where TLoss : Loss => new()
        {
            Name = loss.GetType().Name,
            Loss = loss,
            Members = new ActivationMembers(loss),
            Inputs = [InputShape.Scalar],
            Labels = 0,
            Formula = (numbers, _) => formula(loss)(numbers[0][0]),
            Classes = 1,
        };

    private static LossCase Of<TLoss>(TLoss loss, Func<TLoss, Func<double, double, double>> formula, Domain target = Domain.Real, Domain prediction = Domain.Real)
        where TLoss : ElementwiseLoss => LossCase.Of(loss, formula(loss), target, prediction);

    private static LossCase Of<TLoss>(TLoss loss, Func<TLoss, Func<Row, Row, double>> formula, int classes, Domain target)
        where TLoss : RowLoss => LossCase.Of(loss, formula(loss), classes, target);

    private static LossCase Of<TLoss>(TLoss loss, Func<TLoss, Func<Row, int, double>> formula, int classes)
        where TLoss : LabelLoss => LossCase.Of(loss, formula(loss), classes);

    private static LossCase Of(Loss loss, object members, Func<double, double, double, double> formula, InputShape[] inputs) => new()
    {
        Name = loss.GetType().Name,
        Loss = loss,
        Members = members,
        Inputs = inputs,
        Labels = 0,
        Formula = (numbers, _) => formula(numbers[0][0], numbers[1][0], numbers[2][0]),
        Classes = 1,
    };

    private static LossCase Of(Loss loss, object members, Func<Row, Row, Row, double> formula, int classes, InputShape[] inputs) => new()
    {
        Name = loss.GetType().Name,
        Loss = loss,
        Members = members,
        Inputs = inputs,
        Labels = 0,
        Formula = (numbers, _) => formula(numbers[0], numbers[1], numbers[2]),
        Classes = classes,
    };
}
