using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Every loss of these tests, checked the way users check theirs.</summary>
public class LossGradientTests
{
    private const int Seed = 20_261_121;
    private const int Samples = 5;

    public static TheoryData<int> ClassCounts => [2, 3, 9, 18];

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Every_loss_passes(int classes)
    {
        AssertAllPass(ReadyMadeLosses.All(classes).Concat(AllLosses.All(classes)).Select(@case => Check(@case, classes)));
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Every_loss_of_a_label_passes_with_a_label_distribution(int classes)
    {
        double[] distribution = Numbers(Samples * classes, Domain.Probability);
        AssertAllPass(
            from @case in ReadyMadeLosses.All(classes).Concat(AllLosses.All(classes))
            where @case.Loss is LabelLoss
            // Log(1 − probability) is not rewritten under a distribution: where the probability is near 1, 1 − probability keeps only some of float's bits.
            let units = @case.Loss is UnlikelihoodLoss ? 128 : 16
            select new GradientCheck { Seed = Seed, FloatUnits = units }.Check((LabelLoss)@case.Loss, Inputs(@case)[0], distribution, classes));
    }

    [Fact]
    public void Weights_ignored_labels_smoothing_and_layouts_pass()
    {
        int[] labels = [0, 2, -100, 1, 1, 0];
        double[] logits = Numbers(6 * 3, Domain.Real);
        var loss = new CrossEntropyLoss { ClassWeights = [1, 0.5, 2], LabelSmoothing = 0.1 };
        new GradientCheck { Seed = Seed }.Check(loss, logits, labels, new() { SampleWeights = [1, 2, 3, 0, 0.5, 1] }).Assert();
        new GradientCheck { Seed = Seed }.Check(loss, logits, labels, new() { Classes = 3, Inner = 2 }).Assert();
        double[] padded = Numbers(6 * 5, Domain.Real);
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
        GradientReport report = new GradientCheck { Seed = Seed }.Check(new CrossEntropyLoss(), Numbers(6000, Domain.Real), labels);
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

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Every_ready_made_loss_passes_at_extreme_points(int classes)
    {
        AssertAllPass(ReadyMadeLosses.All(classes).SelectMany(@case => CheckExtremes(@case, classes)));
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

    private static GradientReport Check(LossCase @case, int classes)
    {
        var check = new GradientCheck { Seed = Seed };
        double[][] inputs = Inputs(@case);
        return @case.Loss switch
        {
            LabelLoss loss => check.Check(loss, inputs[0], LabelsOf(@case)),
            ElementwiseLoss loss => check.Check(loss, inputs[0], inputs[1]),
            RowLoss loss => check.Check(loss, inputs[0], inputs[1], new() { Classes = classes }),
            _ => check.Check(FunctionOf<double>(@case, inputs), Varied(@case, inputs), twin: FunctionOf<float>(@case, inputs)),
        };
    }

    private static GradientReport[] CheckExtremes(LossCase @case, int classes)
    {
        bool isReal = @case.Inputs[0].Domain == Domain.Real;
        var check = new GradientCheck { Seed = Seed, Lowest = isReal ? double.NegativeInfinity : 0.001, Highest = isReal ? double.PositiveInfinity : 0.999 };
        double[] second = @case.Inputs.Length > 1 ? Inputs(@case)[1] : [];
        return @case.Loss switch
        {
            LabelLoss loss => [check.CheckExtremes(loss, classes)],
            ElementwiseLoss loss => [check.CheckExtremes(loss, second)],
            RowLoss loss => [check.CheckExtremes(loss, second.AsSpan(0, classes))],
            _ => [],
        };
    }

    private static void AssertAllPass(IEnumerable<GradientReport> reports)
    {
        GradientReport[] failed = [.. reports.Where(report => !report.Passed)];
        Assert.True(failed.Length == 0, string.Join<GradientReport>("\n", failed));
    }

    // A loss of any other shape: its differentiable inputs, one behind the other, are what the gradient is taken by.
    private static DifferentiableFunction<T> FunctionOf<T>(LossCase @case, double[][] inputs)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = new() { Inputs = [.. inputs.Select(Call<T>.Numbers)], Label = LabelsOf(@case), Classes = @case.HasRow ? @case.Classes : 0 };
        return (point, gradient) =>
        {
            Call<T> fresh = call.Fresh(Samples);
            int start = 0;
            foreach (int input in DifferentiableInputs(@case))
            {
                point.Slice(start, inputs[input].Length).CopyTo(fresh.Inputs[input]);
                start += inputs[input].Length;
            }

            T value = @case.MembersOf<T>().ValueAndGradient(fresh);
            start = 0;
            foreach (int input in DifferentiableInputs(@case))
            {
                fresh.Gradients[input].CopyTo(gradient[start..]);
                start += inputs[input].Length;
            }

            return value;
        };
    }

    private static double[] Varied(LossCase @case, double[][] inputs) => [.. DifferentiableInputs(@case).SelectMany(input => inputs[input])];

    private static IEnumerable<int> DifferentiableInputs(LossCase @case) =>
        Enumerable.Range(0, @case.Inputs.Length).Where(input => @case.Inputs[input].IsDifferentiable);

    private static int[] LabelsOf(LossCase @case) =>
        @case.Labels == 0 ? [] : [.. Enumerable.Range(0, Samples).Select(sample => sample % @case.Labels)];

    // Numbers that float can hold, so that both precisions are asked the same question.
    private static double[][] Inputs(LossCase @case) =>
        [.. @case.Inputs.Select((input, i) => Numbers(Samples * @case.LengthOf(i), input.Domain, Seed + i).Select(number => (double)(float)number).ToArray())];

    private static double[] Numbers(int count, Domain domain, int seed = Seed) => domain switch
    {
        Domain.Positive => Numbers(count, 0.1, 3, seed),
        Domain.Probability => Numbers(count, 0.05, 0.95, seed),
        Domain.Sign => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.0 : -1.0)],
        Domain.Flag => [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? 1.0 : 0.0)],
        Domain.High => Numbers(count, 4, 6, seed),
        Domain.Low => Numbers(count, -6, -4, seed),
        _ => Numbers(count, -3, 3, seed),
    };

    private static double[] Numbers(int count, double low, double high, int seed = Seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => low + (high - low) * random.NextDouble())];
    }
}
