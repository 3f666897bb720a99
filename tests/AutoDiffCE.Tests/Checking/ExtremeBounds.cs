using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Between which numbers a loss is asked at extreme points: where its formula has an answer.</summary>
internal static class ExtremeBounds
{
    // A class can be impossible; a score among pairs of scores, a coordinate or a mean cannot be −∞: ∞ − ∞ and ∞/∞ are no numbers.
    private static readonly Type[] withoutMasks =
    [
        typeof(CapturedSettingsLoss), typeof(ContrastiveLoss), typeof(CosineEmbeddingLoss), typeof(FirstAndLastLoss), typeof(LengthsLoss),
        typeof(PairsInLambdasLoss), typeof(PairwiseRankingLoss), typeof(PowerDistanceLoss),
    ];

    public static (double Lowest, double Highest)[] Of(Loss loss, InputShape input) => (loss, input) switch
    {
        // It jumps at 0, so each side is asked for itself.
        (EarlyReturnLoss, _) => [(double.MinValue, -0.001), (0.001, double.PositiveInfinity)],
        // What is left of two distances of 1e4 is the rounding of 1e4, and so are differences of that.
        (TripletMarginLoss or TripletMarginPowerLoss, _) => [(-88, 88)],
        // A row of zeros has no angle.
        (CosineLoss, _) => [(0.001, double.PositiveInfinity)],
        (_, { Domain: Domain.Probability }) => [(0.001, 0.999)],
        // A scalar above 0 is a variance or a rate; rows are only drawn from there.
        (_, { Domain: Domain.Positive, IsRow: false }) => [(0.001, double.PositiveInfinity)],
        _ => [(HasMasks(loss) ? double.NegativeInfinity : double.MinValue, double.PositiveInfinity)],
    };

    // With two classes and the other one impossible, the unlikelihood is infinite, and its gradient by that one is 0 where it tends to −1.
    private static bool HasMasks(Loss loss) => loss is not UnlikelihoodLoss && !withoutMasks.Contains(loss.GetType());
}
