using System.Reflection;
using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A loss with a random batch, checked the way users check theirs.</summary>
internal sealed class CheckedLoss
{
    private const int Samples = 5;

    // Each of them has another target or label.
    private const int ExtremeSamples = 3;

    private readonly LossCase @case;
    private readonly int classes;
    private readonly double[][] inputs;
    private readonly int[] labels;

    private CheckedLoss(LossCase @case, int classes)
    {
        (this.@case, this.classes) = (@case, classes);
        inputs = [.. @case.Inputs.Select((input, i) => CheckedNumbers.Draw(Samples * @case.LengthOf(i), input.Domain, CheckedNumbers.Seed + i))];
        labels = @case.Labels == 0 ? [] : [.. Enumerable.Range(0, Samples).Select(sample => sample % @case.Labels)];
    }

    public Loss Loss => @case.Loss;

    private int[] DifferentiableInputs => [.. Enumerable.Range(0, inputs.Length).Where(input => @case.Inputs[input].IsDifferentiable)];

    /// <summary>Every ready-made loss and every loss of these tests.</summary>
    public static IEnumerable<CheckedLoss> All(int classes, Reduction reduction = Reduction.Mean)
    {
        // The lists make their losses anew each time. A reduction is set where a loss is made, which reflection can do afterwards.
        PropertyInfo property = typeof(Loss).GetProperty(nameof(AutoDiffCE.Loss.Reduction))!;
        foreach (LossCase @case in AllLosses.All(classes))
        {
            property.SetValue(@case.Loss, reduction);
            yield return new CheckedLoss(@case, classes);
        }
    }

    /// <summary>The gradients of the batch.</summary>
    public GradientReport[] Check(GradientCheck check)
    {
        return Loss switch
        {
            LabelLoss loss => [check.Check(loss, inputs[0], labels)],
            ElementwiseLoss loss => [check.Check(loss, inputs[0], inputs[1])],
            RowLoss loss => [check.Check(loss, inputs[0], inputs[1], new() { Classes = classes })],
            _ => CheckPartial(new PartialLoss(@case, inputs, labels, DifferentiableInputs)),
        };

        GradientReport[] CheckPartial(PartialLoss partial) =>
        [
            check.Check(partial.Function<double>(), partial.Point, twin: partial.Function<float>()),
            check.CheckMap(partial.Map<double>(), partial.Point, partial.Point.Length, partial.Map<float>()),
        ];
    }

    /// <summary>The gradients of the batch with label distributions; only for a loss of a label.</summary>
    public GradientReport CheckDistribution(GradientCheck check) =>
        check.Check((LabelLoss)Loss, inputs[0], CheckedNumbers.Draw(Samples * classes, Domain.Probability), classes);

    /// <summary>The gradients at extreme points of each differentiable input, the other ones being as they are.</summary>
    public IEnumerable<GradientReport> CheckExtremes() =>
        from input in DifferentiableInputs
        from bounds in ExtremeBounds.Of(Loss, @case.Inputs[input])
        from report in CheckExtremes(CheckWithin(bounds), input)
        select report;

    /// <summary>The gradients at extreme points with label distributions; only for a loss of a label.</summary>
    public IEnumerable<GradientReport> CheckExtremesWithDistribution(double[] distribution) =>
        from bounds in ExtremeBounds.Of(Loss, @case.Inputs[0])
        select CheckWithin(bounds).CheckExtremes((LabelLoss)Loss, distribution);

    private static GradientCheck CheckWithin((double Lowest, double Highest) bounds) =>
        new() { Seed = CheckedNumbers.Seed, Lowest = bounds.Lowest, Highest = bounds.Highest };

    private IEnumerable<GradientReport> CheckExtremes(GradientCheck check, int input) => Loss switch
    {
        LabelLoss loss => [check.CheckExtremes(loss, classes)],
        ElementwiseLoss loss => [check.CheckExtremes(loss, inputs[1])],
        RowLoss loss => Enumerable.Range(0, ExtremeSamples).Select(sample => check.CheckExtremes(loss, OfSample(1, sample))),
        _ => Enumerable.Range(0, ExtremeSamples).SelectMany(sample => CheckExtremes(check, input, sample)),
    };

    private GradientReport[] CheckExtremes(GradientCheck check, int input, int sample)
    {
        double[][] numbers = [.. inputs.Select((_, other) => OfSample(other, sample))];
        var partial = new PartialLoss(@case, numbers, labels.Length == 0 ? [] : [labels[sample]], [input]);
        int length = numbers[input].Length;
        // What is left of two distances of 88 has in float the rounding of 88; how large the terms were does not show in the result.
        bool comparesFloat = Loss is not (TripletMarginLoss or TripletMarginPowerLoss);
        return
        [
            check.CheckExtremes(partial.Function<double>(), length, comparesFloat ? partial.Function<float>() : null),
            check.CheckMapExtremes(partial.Map<double>(), length, comparesFloat ? partial.Map<float>() : null),
        ];
    }

    private double[] OfSample(int input, int sample) => inputs[input][(sample * @case.LengthOf(input))..((sample + 1) * @case.LengthOf(input))];
}
