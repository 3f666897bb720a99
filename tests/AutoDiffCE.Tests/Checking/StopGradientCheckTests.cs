using AutoDiffCE.Exact;
using AutoDiffCE.Checking;
using AutoDiffCE.Tests.Losses;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A formula with parts that no derivative flows to: its gradient is that of the value while those parts stay as they are.</summary>
public class StopGradientCheckTests
{
    private static readonly GradientCheck check = new();
    private static readonly GradientCheck alongDirections = new() { Directions = 6 };
    private static readonly double[] logits = [1, 2, 0.5, -1, 0.25, 3];

    [Fact]
    public void A_stopped_weight_passes_under_labels_smoothing_weights_and_distributions()
    {
        int[] labels = [2, 0];
        double[] distribution = [0.25, 0.5, 0.25, 0, 0.75, 0.25];
        var settings = new StoppedFocalLoss { LabelSmoothing = 0.25, ClassWeights = [1, 2, 0.5] };
        foreach (GradientCheck one in (GradientCheck[])[check, alongDirections])
        {
            AssertCompared(one.Check(new StoppedFocalLoss(), logits, labels));
            AssertCompared(one.Check(settings, logits, labels, new() { SampleWeights = [1, 0.5] }));
            AssertCompared(one.Check(new StoppedFocalLoss { ClassWeights = [1, 2, 0.5], IgnoreIndex = 2 }, logits, labels));
            AssertCompared(one.Check(settings, logits, distribution, 3));
        }
    }

    [Fact]
    public void Rows_lie_as_the_options_say()
    {
        double[] padded = [1, 2, 0.5, double.NaN, -1, 0.25, 3];
        AssertCompared(check.Check(new StoppedFocalLoss(), padded, [2, 0], new() { Classes = 3, RowStride = 4 }));
        AssertCompared(check.Check(new StoppedFocalLoss(), [1, -1, 2, 0.25, 0.5, 3], [2, 0], new() { Classes = 3, Inner = 2 }));
        AssertCompared(check.Check(new SelfDistillationLoss(0.5), logits, [0, 1, 2, 1, 0.5, -1], new() { Classes = 3, DegreeOfParallelism = 2 }));
    }

    [Fact]
    public void Every_shape_of_loss_is_checked()
    {
        AssertCompared(check.Check(new StraightThroughLoss(), [0.3, -1.25, 7.4], [2, 0.5, -1]));
        AssertCompared(check.Check(new SelfDistillationLoss(0.5), logits, [0, 1, 2, 1, 0.5, -1], new() { Classes = 3 }));
        double[] other = [0.5, 1, 1.5, 2, 2.5, 3], scales = [0.75, 1.25];
        AssertCompared(check.Check(new PredictedSimilarityLoss(), [logits, other, scales], new() { Classes = 3 }));
        AssertCompared(check.Check(new StoppedGateMap(), [logits, other], new() { Classes = 3 }));
    }

    [Fact]
    public void Extreme_points_pass()
    {
        check.CheckExtremes(new StoppedFocalLoss(), classes: 4).Assert();
        check.CheckExtremes(new StoppedFocalLoss { LabelSmoothing = 0.25 }, classes: 2).Assert();
        check.CheckExtremes(new StoppedFocalLoss(), [0.25, 0.5, 0.25]).Assert();
        // 0 · log 0 is NaN, stopped or not: no masks.
        new GradientCheck { Lowest = -1e5 }.CheckExtremes(new SelfDistillationLoss(0.5), [0.5, -1, 2]).Assert();
        check.CheckExtremes(new StraightThroughLoss(), 0.5, -3).Assert();
    }

    // The value jumps there, and the value with the rounded part held does not.
    [Fact]
    public void A_step_that_is_stopped_is_none_to_the_differences()
    {
        AssertCompared(check.Check(new StraightThroughLoss(), [0.5, 2], [2, 2]));
        Assert.Equal(["prediction is halfway between whole numbers"], KinksAttribute.PlacesOf(new StraightThroughLoss())!);
    }

    // The differences are those of the held value, not of the value: a gradient that flows through what is stopped differs from them.
    [Fact]
    public void A_gradient_through_what_is_stopped_would_fail()
    {
        var loss = new StoppedFocalLoss();
        int[] labels = [2, 0];
        double step = 1e-5;
        double[] gradient = new double[6];
        loss.ValueAndGradient(logits, labels, gradient);
        double Difference(BatchOptions<double> options)
        {
            double[] above = [.. logits], below = [.. logits];
            above[1] += step;
            below[1] -= step;
            return (loss.Value(above, labels, options) - loss.Value(below, labels, options)) / (2 * step);
        }

        double held = Difference(new() { Held = new HeldInput(0, logits) }), free = Difference(default);
        Assert.Equal(gradient[1], held, 1e-9);
        Assert.True(Math.Abs(gradient[1] - free) > 1e-2, $"{gradient[1]:R} and {free:R}");
    }

    [Fact]
    public void Held_where_it_is_the_value_is_that_of_the_kernel()
    {
        var loss = new StoppedFocalLoss { LabelSmoothing = 0.25, ClassWeights = [1, 2, 0.5] };
        double[] values = new double[2], held = new double[2];
        loss.Values(logits, [2, 0], values);
        loss.Values(logits, [2, 0], held, new() { Held = new HeldInput(0, logits) });
        Assert.All(Enumerable.Range(0, 2), sample => Assert.Equal(values[sample], held[sample], 1e-15));
    }

    private static void AssertCompared(GradientReport report)
    {
        report.Assert();
        Assert.Contains(report.Elements, element => element.Gradient.StartsWith("Backward", StringComparison.Ordinal) && element.Verdict == GradientVerdict.Agrees);
        Assert.DoesNotContain(report.Elements, element => element.Verdict == GradientVerdict.Undetermined);
    }
}
