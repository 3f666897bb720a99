using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Batches;
using AutoDiffCE.Losses;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>
/// Reduction × class weights × sample weights × ignored label × smoothing × label or distribution × upstream × normalizer, all of them
/// together, in both loop orders, against plain loops in double.
/// </summary>
public abstract class ModifierTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Samples = 5;
    private const int Seed = 5_000;
    private const double Margin = 0.875;

    private static readonly double tolerance = typeof(T) == typeof(float) ? 1e-6 : 2e-14;

    private static readonly int longRow = BlockSizes.LongestShortRow(Math.Max(LaneWidth.Bits / (Unsafe.SizeOf<T>() * 8), 1)) + 6;

    [Fact]
    public void Cross_entropy_under_all_modifiers_at_once_of_short_rows() => AssertCrossEntropy(4);

    [Fact]
    public void Cross_entropy_under_all_modifiers_at_once_of_long_rows() => AssertCrossEntropy(longRow);

    [Fact]
    public void Multi_class_margin_under_all_modifiers_at_once_of_short_rows() => AssertMultiMargin(4);

    [Fact]
    public void Multi_class_margin_under_all_modifiers_at_once_of_long_rows() => AssertMultiMargin(longRow);

    [Fact]
    public void Distance_to_a_label_that_indexes_nothing_under_all_modifiers_at_once_of_short_rows() => AssertDistance(4);

    [Fact]
    public void Distance_to_a_label_that_indexes_nothing_under_all_modifiers_at_once_of_long_rows() => AssertDistance(longRow);

    private static void AssertDistance(int classes)
    {
        var batch = new LiftedBatch(Samples, classes, Seed, PlainLosses.DistanceToLabel);
        foreach (Modifiers modifiers in Modifiers.All(Samples, classes))
        {
            var loss = new DistanceToLabelLoss
            {
                Reduction = modifiers.Reduction,
                ClassWeights = modifiers.ClassWeights,
                IgnoreIndex = modifiers.IgnoreIndex,
                LabelSmoothing = modifiers.LabelSmoothing,
            };
            AssertMatches(loss, batch, modifiers, meanOverSamples: false);
        }
    }

    private static void AssertCrossEntropy(int classes)
    {
        var batch = new LiftedBatch(Samples, classes, Seed, PlainLosses.CrossEntropy);
        foreach (Modifiers modifiers in Modifiers.All(Samples, classes))
        {
            var loss = new CrossEntropyLoss
            {
                Reduction = modifiers.Reduction,
                ClassWeights = modifiers.ClassWeights,
                IgnoreIndex = modifiers.IgnoreIndex,
                LabelSmoothing = modifiers.LabelSmoothing,
            };
            AssertMatches(loss, batch, modifiers, meanOverSamples: false);
        }
    }

    private static void AssertMultiMargin(int classes)
    {
        var batch = new LiftedBatch(Samples, classes, Seed, (row, label) => PlainLosses.MultiMargin(row, label, Margin));
        foreach (Modifiers modifiers in Modifiers.All(Samples, classes))
        {
            var loss = new MultiMarginLoss(Margin)
            {
                Reduction = modifiers.Reduction,
                ClassWeights = modifiers.ClassWeights,
                IgnoreIndex = modifiers.IgnoreIndex,
                LabelSmoothing = modifiers.LabelSmoothing,
            };
            AssertMatches(loss, batch, modifiers, meanOverSamples: true);
        }
    }

    private static void AssertMatches(LabelLoss loss, LiftedBatch batch, Modifiers modifiers, bool meanOverSamples)
    {
        object adapter = modifiers.HasDistribution ? new DistributionMembers(loss) : new LabelMembers(loss);
        var members = (ILossMembers<T>)adapter;
        Call<T> call = batch.CallFor<T>(modifiers);
        (double Value, double[] Gradient, double Size)[] samples = [.. Enumerable.Range(0, Samples).Select(n => batch.Lift(modifiers, n))];
        double sum = samples.Sum(sample => sample.Value);
        double size = samples.Sum(sample => sample.Size);
        double normalizer = modifiers.Normalizer ?? Enumerable.Range(0, Samples).Sum(n => batch.Weight(modifiers, n, meanOverSamples));
        double divisor = modifiers.Reduction == Reduction.Mean ? normalizer : 1;
        string context = $"{typeof(T).Name} {loss.GetType().Name} of {batch.Classes} classes, {modifiers}";

        AssertClose(sum / divisor, members.Value(call), size / divisor, "Value", context);
        Call<T> reduced = call.Fresh(Samples);
        AssertClose(sum / divisor, members.ValueAndGradient(reduced), size / divisor, "ValueAndGradient", context);
        AssertGradient(samples, _ => 1 / divisor, reduced, "ValueAndGradient", context);

        Call<T> values = call.Fresh(Samples);
        members.Values(values);
        AssertValues(samples, values, "Values", context);
        Call<T> both = call.Fresh(Samples);
        members.ValuesAndGradient(both);
        AssertValues(samples, both, "ValuesAndGradient", context);
        AssertGradient(samples, n => batch.Upstream[n], both, "ValuesAndGradient", context);
        Call<T> backward = call.Fresh(Samples);
        members.Backward(backward);
        AssertGradient(samples, n => batch.Upstream[n], backward, "Backward", context);

        LossTotal total = members.Total(call);
        Tolerance.AssertClose(sum, total.Sum, tolerance, size, () => $"Total of {context}");
        Tolerance.AssertClose(normalizer, total.Normalizer, 1e-7, normalizer, () => $"normalizer of {context}");
    }

    private static void AssertValues((double Value, double[] Gradient, double Size)[] samples, Call<T> call, string member, string context)
    {
        for (int n = 0; n < Samples; n++)
            AssertClose(samples[n].Value, call.Destination[n], samples[n].Size, $"{member} of sample {n}", context);
    }

    private static void AssertGradient(
        (double Value, double[] Gradient, double Size)[] samples, Func<int, double> upstream, Call<T> call, string member, string context)
    {
        for (int n = 0; n < Samples; n++)
        {
            for (int c = 0; c < samples[n].Gradient.Length; c++)
            {
                T actual = call.Gradients[0][(n * samples[n].Gradient.Length) + c];
                double size = Math.Abs(upstream(n)) * samples[n].Size;
                AssertClose(upstream(n) * samples[n].Gradient[c], actual, size, $"{member}, gradient of sample {n} at {c}", context);
            }
        }
    }

    private static void AssertClose(double expected, T actual, double size, string what, string context) =>
        Tolerance.AssertClose(expected, double.CreateTruncating(actual), tolerance, size, () => $"{what}: {context}");
}
