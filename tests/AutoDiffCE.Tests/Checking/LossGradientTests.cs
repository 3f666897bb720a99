using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Every loss at random points, checked the way users check theirs.</summary>
public class LossGradientTests
{
    private const int Seed = CheckedNumbers.Seed;

    public static IEnumerable<object[]> Batches =>
        ((object[][])[[2, Reduction.Mean], [3, Reduction.Sum], [9, Reduction.Sum], [18, Reduction.Mean]])
            .And([[2, Reduction.Sum], [3, Reduction.Mean], [9, Reduction.Mean], [18, Reduction.Sum]]);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_passes_number_by_number(int classes, Reduction reduction) =>
        Reports.AssertAllPass(CheckedLoss.All(classes, reduction).SelectMany(loss => loss.Check(new GradientCheck { Seed = Seed, Directions = 0 })));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_passes_along_random_directions(int classes, Reduction reduction) =>
        Reports.AssertAllPass(CheckedLoss.All(classes, reduction).SelectMany(loss => loss.Check(new GradientCheck { Seed = Seed, Directions = 8 })));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Every_loss_of_a_label_passes_with_a_label_distribution(int classes, Reduction reduction) =>
        Reports.AssertAllPass(
            from loss in CheckedLoss.All(classes, reduction)
            where loss.Loss is LabelLoss
            from directions in (int[])[0, 8]
            select loss.CheckDistribution(new GradientCheck { Seed = Seed, Directions = directions }));

    [Fact]
    public void Weights_ignored_labels_smoothing_and_layouts_pass()
    {
        int[] labels = [0, 2, -100, 1, 1, 0];
        double[] logits = CheckedNumbers.Draw(6 * 3, Domain.Real);
        var loss = new CrossEntropyLoss { ClassWeights = [1, 0.5, 2], LabelSmoothing = 0.1 };
        new GradientCheck { Seed = Seed }.Check(loss, logits, labels, new() { SampleWeights = [1, 2, 3, 0, 0.5, 1] }).Assert();
        new GradientCheck { Seed = Seed }.Check(loss, logits, labels, new() { Classes = 3, Inner = 2 }).Assert();
        double[] padded = CheckedNumbers.Draw(6 * 5, Domain.Real);
        GradientReport report = new GradientCheck { Seed = Seed }.Check(loss, padded, labels, new() { Classes = 3, RowStride = 5 });
        report.Assert();
        Assert.DoesNotContain(report.Elements, element => element.Class >= 3);
    }

    [Fact]
    public void A_sample_of_infinite_loss_does_not_hide_the_others()
    {
        double[] logits = [double.NegativeInfinity, 1, 2, 0.3, 0.2, 0.1];
        GradientReport report = new GradientCheck { Seed = Seed }.Check(new CrossEntropyLoss(), logits, [0, 1]);
        report.Assert();
        Assert.Equal(3, report.Elements.Count(element => element is { Gradient: "Backward", Sample: 1, Verdict: GradientVerdict.Agrees }));
    }

    [Fact]
    public void Large_batches_are_checked_along_random_directions()
    {
        int[] labels = [.. Enumerable.Range(0, 600).Select(i => i % 10)];
        GradientReport report = new GradientCheck { Seed = Seed }.Check(new CrossEntropyLoss(), CheckedNumbers.Draw(6000, Domain.Real), labels);
        report.Assert();
        Assert.Equal(32, report.Elements.Count(element => element.Gradient == "Backward"));
    }

    [Fact]
    public void Kinks_of_ready_made_losses_follow_the_convention()
    {
        int[] labels = [0, 1, 2, 0];
        GradientReport margin = new GradientCheck { Seed = Seed }.Check(new MultiMarginLoss(0), new double[12], labels);
        margin.Assert();
        Assert.Equal(12, margin.Elements.Count(element => element is { Gradient: "Backward", Verdict: GradientVerdict.Kink }));
        // Huber's loss is smooth where the square ends.
        GradientReport huber = new GradientCheck { Seed = Seed }.Check(new HuberLoss(0.5), [0.5, -0.5, 1.5], [0, 0, 2]);
        huber.Assert();
        Assert.DoesNotContain(huber.Elements, element => element.Verdict == GradientVerdict.Kink);
    }
}
