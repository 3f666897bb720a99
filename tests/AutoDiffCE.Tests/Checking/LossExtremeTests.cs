using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Every loss at extreme points, checked the way users check theirs.</summary>
public class LossExtremeTests
{
    private const int Seed = CheckedNumbers.Seed;

    // A point is a batch of one sample, whose mean is its sum.
    public static IEnumerable<object[]> Batches =>
        ((object[][])[[2, Reduction.Mean], [4, Reduction.Sum]]).And([[3, Reduction.Sum], [4, Reduction.Mean], [10, Reduction.Mean]]);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_passes_at_extreme_points(int classes, Reduction reduction) =>
        Reports.AssertAllPass(CheckedLoss.All(classes, reduction).SelectMany(loss => loss.CheckExtremes()));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_of_a_label_passes_at_extreme_points_with_a_label_distribution(int classes, Reduction reduction)
    {
        double[] full = CheckedNumbers.Draw(classes, Domain.Probability);
        // A class without probability contributes nothing, infinite or not. Of two classes one would be left.
        double[] partly = [.. full.Select((probability, c) => c == 0 && classes > 2 ? 0 : probability)];
        // Of unlikelihood, 1 − probability is under a distribution a sum of shares that underflow, and not what its logarithm is taken of by label.
        Reports.AssertAllPass(
            from loss in CheckedLoss.All(classes, reduction)
            where loss.Loss is LabelLoss and not UnlikelihoodLoss
            from distribution in (double[][])[full, partly]
            from report in loss.CheckExtremesWithDistribution(distribution)
            select report);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Ready_made_losses_pass_at_extreme_points_with_all_probability_on_one_class(int classes, Reduction reduction)
    {
        double[] oneHot = [.. Enumerable.Range(0, classes).Select(c => c == 1 ? 1.0 : 0)];
        Reports.AssertAllPass(
            from loss in CheckedLoss.All(classes, reduction)
            where loss.Loss is LabelLoss && loss.Loss.GetType().Assembly == typeof(CrossEntropyLoss).Assembly
            from report in loss.CheckExtremesWithDistribution(oneHot)
            select report);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Two_logits_that_share_all_probability_may_be_off_as_far_as_their_own_rounding_moves_them_apart(int classes)
    {
        var loss = new ShiftedPriorLoss(CheckedNumbers.Draw(classes, Domain.Probability));
        Reports.AssertAllPass(Enumerable.Range(0, 30).Select(seed => new GradientCheck { Seed = seed }.CheckExtremes(loss, classes)));
    }

    [Fact]
    public void A_single_class_is_no_extreme_too_far() => new GradientCheck { Seed = Seed }.CheckExtremes(new CrossEntropyLoss(), 1).Assert();

    [Fact]
    public void A_loss_that_overflows_fails_at_extreme_points()
    {
        // What is written with exponentials by hand, as a loss whose members are not generated.
        GradientReport report = new GradientCheck { Seed = Seed }.CheckExtremes(new NaiveLogisticLoss(), 0.25);
        Assert.False(report.Passed);
        Assert.True(new GradientCheck { Seed = Seed }.Check(new NaiveLogisticLoss(), [0.5, -2], [0.25, 1]).Passed);
    }
}
