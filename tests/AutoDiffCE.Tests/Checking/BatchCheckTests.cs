using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Activations;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A loss of any shape and a batch of it.</summary>
public class BatchCheckTests
{
    private const int Samples = 4;
    private const int Classes = 3;

    /// <summary>Every loss whose formula gives a number, by name.</summary>
    public static TheoryData<string> Names => [.. AllLosses.All(Classes).Select(loss => loss.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_loss_and_a_batch_are_all_that_is_needed(string name)
    {
        foreach (LossCase loss in AllLosses.All(Classes).Where(loss => loss.Name == name))
        {
            GradientReport report = new GradientCheck().Check(loss.Loss, BatchOf(loss), new() { Classes = loss.HasRow ? Classes : 0 });
            report.Assert();
            Assert.Contains(report.Elements, element => element.Gradient.StartsWith("Backward", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_input_with_a_gradient_has_its_lines()
    {
        float[] anchor = [1, 2, 3, -1], positive = [1, 1, 3, 0], negative = [0, 2, 2.5f, 0.5f];
        GradientReport report = new GradientCheck().Check(new TripletMarginLoss(), [anchor, positive, negative], new() { Classes = 2 });
        report.Assert();
        string[] names = [.. report.Elements.Select(element => element.Gradient).Distinct()];
        Assert.All(new[] { "anchor", "positive", "negative" }, input => Assert.Contains($"Backward, by {input}", names));
        Assert.Equal(KinksAttribute.PlacesOf(new TripletMarginLoss()), report.Kinks);
    }

    [Fact]
    public void A_formula_that_gives_rows_is_checked_like_any_other()
    {
        var check = new GradientCheck();
        double[] logits = [1, 2, 0.5, -1, 0.25, 3];
        foreach (Loss map in (Loss[])[new SoftmaxActivation(), new LogSoftmaxActivation(), new TemperedSoftmax(2)])
        {
            GradientReport report = check.Check(map, [logits], new() { Classes = 3 });
            report.Assert();
            Assert.Contains("Backward in float, by logits", report.Elements.Select(element => element.Gradient));
            Assert.Equal(KinksAttribute.PlacesOf(map), report.Kinks);
        }
    }

    [Fact]
    public void Each_input_of_a_formula_that_gives_rows_has_its_lines()
    {
        double[] rows = [1, 2, 0.5, -1, 0.25, 3], others = [0.5, 1, 1.5, 2, 2.5, 3], scales = [0.75, 1.25];
        GradientReport report = new GradientCheck().Check(new ScaledMixtureMap(), [rows, scales, others, new[] { 2, 0 }], new() { Classes = 3 });
        report.Assert();
        Assert.All(new[] { "row", "scale", "other" }, input => Assert.Contains($"Backward, by {input}", report.Elements.Select(element => element.Gradient)));
        Assert.Throws<ArgumentException>("options", () => new GradientCheck().Check(new SoftmaxActivation(), [rows], new() { Classes = 2, RowStride = 3 }));
    }

    [Fact]
    public void A_loss_of_a_label_takes_labels_or_a_distribution()
    {
        double[] logits = [1, 2, 0.5, -1, 0.25, 3];
        var check = new GradientCheck();
        check.Check(new CrossEntropyLoss(), [logits, new[] { 2, 0 }]).Assert();
        check.Check(new CrossEntropyLoss { Classes = 3 }, [logits, new[] { 0.5, 0.25, 0.25, 0, 1, 0 }]).Assert();
        Assert.Throws<ArgumentException>("options", () => check.Check(new CrossEntropyLoss(), [logits, new[] { 0.5, 0.25, 0.25, 0, 1, 0 }]));
    }

    [Fact]
    public void What_does_not_fit_the_formula_is_said_in_its_words()
    {
        double[] numbers = [1, 2];
        var check = new GradientCheck();
        var error = Assert.Throws<ArgumentException>("batch", () => check.Check(new TripletMarginLoss(), [numbers, numbers], new() { Classes = 2 }));
        Assert.StartsWith(
            "TripletMarginLoss takes anchor, positive, negative (double[]), and the batch has 2 inputs of numbers and 0 of integers.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("batch", () => check.Check(new CrossEntropyLoss(), [numbers]));
        Assert.StartsWith("CrossEntropyLoss takes logits (double[]) and label (int[]), and", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("batch", () => check.Check(new SoftmaxActivation(), [numbers, numbers], new() { Classes = 2 }));
        Assert.StartsWith("SoftmaxActivation takes logits (double[]), and", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => check.Check(new TripletMarginLoss(), [numbers, numbers, new[] { 1.0 }], new() { Classes = 2 }));
    }

    [Fact]
    public void A_loss_without_a_formula_says_so() =>
        Assert.Throws<NotSupportedException>(() => new GradientCheck().Check(new LossByHand(), [new[] { 1.0 }]));

    private static BatchInput[] BatchOf(LossCase loss)
    {
        var scenario = new Scenario(loss, Samples, CheckedNumbers.Seed);
        IEnumerable<BatchInput> inputs = loss.Inputs.Select((_, input) => (BatchInput)scenario.Numbers.SelectMany(sample => sample[input]).ToArray());
        return loss.Labels == 0 ? [.. inputs] : [.. inputs, scenario.Label];
    }

    private sealed class LossByHand : Loss;
}
