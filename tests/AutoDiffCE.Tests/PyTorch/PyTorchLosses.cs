using System.Text.Json;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.PyTorch;

/// <summary>Makes the loss of a batch, with the parameters that PyTorch's had.</summary>
internal sealed class PyTorchLosses(PyTorchBatch batch, Reduction reduction)
{
    public ILossMembers<double> Members() => batch.Loss switch
    {
        nameof(CosineEmbeddingLoss) => new ThreeInputMembers(new CosineEmbeddingLoss(Number("margin")) { Reduction = reduction }, 0, 1),
        nameof(MarginRankingLoss) => new ThreeInputMembers(new MarginRankingLoss(Number("margin")) { Reduction = reduction }, 0, 1),
        nameof(GaussianNegativeLogLikelihoodLoss) => new ThreeInputMembers(
            new GaussianNegativeLogLikelihoodLoss(Flag("full"), Number("epsilon")) { Reduction = reduction }, 0, 2),
        nameof(TripletMarginLoss) => new ThreeInputMembers(
            new TripletMarginLoss(Number("margin"), Number("epsilon"), Flag("swap")) { Reduction = reduction }, 0, 1, 2),
        nameof(TripletMarginPowerLoss) => new ThreeInputMembers(
            new TripletMarginPowerLoss(Number("p"), Number("margin"), Number("epsilon"), Flag("swap")) { Reduction = reduction }, 0, 1, 2),
        _ when batch.Labels.Length > 0 => new LabelMembers(Labeled()),
        _ => new TargetMembers(OfTargets()),
    };

    private TargetLoss OfTargets() => batch.Loss switch
    {
        nameof(MeanSquaredErrorLoss) => new MeanSquaredErrorLoss { Reduction = reduction },
        nameof(MeanAbsoluteErrorLoss) => new MeanAbsoluteErrorLoss { Reduction = reduction },
        nameof(HuberLoss) => new HuberLoss(Number("delta")) { Reduction = reduction },
        nameof(SmoothL1Loss) => new SmoothL1Loss(Number("beta")) { Reduction = reduction },
        nameof(SoftMarginLoss) => new SoftMarginLoss { Reduction = reduction },
        nameof(HingeEmbeddingLoss) => new HingeEmbeddingLoss(Number("margin")) { Reduction = reduction },
        nameof(BinaryCrossEntropyLoss) => new BinaryCrossEntropyLoss { Reduction = reduction },
        nameof(BinaryCrossEntropyWithLogitsLoss) => new BinaryCrossEntropyWithLogitsLoss(Number("positiveWeight")) { Reduction = reduction },
        nameof(SigmoidFocalLoss) => new SigmoidFocalLoss(Number("alpha"), Number("gamma")) { Reduction = reduction },
        nameof(PoissonNegativeLogLikelihoodLoss) =>
            new PoissonNegativeLogLikelihoodLoss(Flag("logInput"), Flag("full"), Number("epsilon")) { Reduction = reduction },
        nameof(KullbackLeiblerLoss) => new KullbackLeiblerLoss(Flag("logTarget")) { Reduction = reduction },
        nameof(MultiLabelMarginLoss) => new MultiLabelMarginLoss { Reduction = reduction },
        nameof(MultiLabelSoftMarginLoss) => new MultiLabelSoftMarginLoss(Numbers("weights")) { Reduction = reduction },
        _ => throw new InvalidOperationException($"There is no loss {batch.Loss}."),
    };

    private LabelLoss Labeled() => batch.Loss switch
    {
        nameof(NegativeLogLikelihoodLoss) => new NegativeLogLikelihoodLoss { Reduction = reduction, ClassWeights = Numbers("ClassWeights") },
        nameof(CrossEntropyLoss) => new CrossEntropyLoss
        {
            Reduction = reduction,
            ClassWeights = Numbers("ClassWeights"),
            LabelSmoothing = Number("LabelSmoothing"),
        },
        nameof(MultiMarginLoss) => new MultiMarginLoss(Number("margin"), Flag("squared")) { Reduction = reduction, ClassWeights = Numbers("ClassWeights") },
        _ => throw new InvalidOperationException($"There is no loss of labels {batch.Loss}."),
    };

    private double Number(string name) => batch.Parameters[name].GetDouble();

    private bool Flag(string name) => batch.Parameters[name].GetBoolean();

    private double[] Numbers(string name) =>
        batch.Parameters.TryGetValue(name, out JsonElement numbers) ? [.. numbers.EnumerateArray().Select(number => number.GetDouble())] : [];
}
