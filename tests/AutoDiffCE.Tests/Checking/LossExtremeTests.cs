using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Every loss at extreme points, checked the way users check theirs.</summary>
public class LossExtremeTests
{
    private const int Seed = CheckedNumbers.Seed;

    public static TheoryData<int, Reduction> Batches => Reports.Combined((int[])[2, 3, 10], (Reduction[])[Reduction.Mean, Reduction.Sum]);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_passes_at_extreme_points(int classes, Reduction reduction) =>
        Reports.AssertAllPass(CheckedLoss.All(classes, reduction).Where(loss => IsPrecise(loss, classes)).SelectMany(loss => loss.CheckExtremes()));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_of_a_label_passes_at_extreme_points_with_a_label_distribution(int classes, Reduction reduction)
    {
        double[] full = CheckedNumbers.Draw(classes, Domain.Probability);
        // A class without probability contributes nothing, infinite or not. Of two classes one would be left, and its loss all but 0.
        double[] partly = [.. full.Select((probability, c) => c == 0 && classes > 2 ? 0 : probability)];
        Reports.AssertAllPass(
            from loss in CheckedLoss.All(classes, reduction)
                // 1 − probability is 0 in its gradient, and 0/0 is NaN.
            where loss.Loss is LabelLoss and not UnlikelihoodLoss && IsPrecise(loss, classes)
            from distribution in (double[][])[full, partly]
            from report in loss.CheckExtremesWithDistribution(distribution)
            select report);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_loss_that_cancels_is_off_by_the_rounding_of_a_probability_and_no_more(int classes, Reduction reduction)
    {
        IEnumerable<GradientElement> wrong =
            from loss in CheckedLoss.All(classes, reduction)
            where !IsPrecise(loss, classes)
            from report in loss.CheckExtremes()
            from element in report.Elements
            where element.Verdict >= GradientVerdict.Undetermined
            select element;
        Assert.All(wrong, element => Assert.InRange(element.Analytic, element.Numeric - TwinCheck.SingleRounding, element.Numeric + TwinCheck.SingleRounding));
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

    // Where one class has all of the probability, 1 − p is rounding, and so is an entropy: their formulas cancel, which no rule prevents.
    // In the Brier score with two or three classes everything is 0 by then.
    private static bool IsPrecise(CheckedLoss loss, int classes) => loss.Loss is not ConfidencePenaltyLoss && (loss.Loss is not BrierLoss || classes <= 3);
}
