using System.Numerics;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>What a label may be, and what modifiers make of one that has more classes than a row has elements.</summary>
public abstract class LabelBoundTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Scale = 1.5;

    private static readonly double tolerance = typeof(T) == typeof(float) ? 2e-6 : 2e-14;

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 0.2)]
    [InlineData(170, 0)]
    [InlineData(170, 0.2)]
    public void A_label_of_one_class_more_is_weighed_smoothed_and_ignored_like_any_other(int classes, double smoothing)
    {
        foreach (bool weighs in new[] { false, true })
        {
            foreach (int ignored in new[] { -100, 0, classes })
            {
                double[] weights = weighs ? [.. Enumerable.Range(0, classes + 1).Select(c => 0.25 * (c % 5))] : [];
                var loss = new ThresholdLoss(Scale) { ClassWeights = weights, LabelSmoothing = smoothing, IgnoreIndex = ignored };
                AssertBruteForce(loss, classes, [0, 1, classes - 1, classes, classes, 2]);
            }
        }
    }

    // Σ_c q_c·w_c·f(row, c) over all classes that a label can be, by plain loops.
    private static void AssertBruteForce(ThresholdLoss loss, int classes, int[] labels)
    {
        var random = new Random(classes);
        double[][] rows = [.. labels.Select(_ => Enumerable.Range(0, classes).Select(_ => (double)(float)((random.NextDouble() * 4) - 2)).ToArray())];
        var gradient = new double[labels.Length][];
        double[] values = new double[labels.Length];
        double normalizer = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            gradient[n] = new double[classes];
            if (labels[n] == loss.IgnoreIndex)
                continue;
            normalizer += WeightOf(loss, labels[n]);
            for (int c = 0; c <= classes; c++)
            {
                double probability = (loss.LabelSmoothing / (classes + 1)) + (c == labels[n] ? 1 - loss.LabelSmoothing : 0);
                double factor = probability * WeightOf(loss, c);
                values[n] += factor * loss.Formula(rows[n], c);
                for (int i = 0; i < classes; i++)
                    gradient[n][i] += factor * Slope(rows[n], c, i);
            }
        }

        AssertMembers(loss, rows, labels, values, gradient, normalizer);
    }

    private static void AssertMembers(ThresholdLoss loss, double[][] rows, int[] labels, double[] values, double[][] gradient, double normalizer)
    {
        ILossMembers<T> members = (ILossMembers<T>)(object)new LabelMembers(loss);
        Call<T> call = new Call<T> { Inputs = [Call<T>.Numbers(rows.SelectMany(row => row))], Label = labels }.Fresh(labels.Length);
        double size = Math.Max(1, values.Max());
        void Close(double expected, T actual, string what) => Tolerance.AssertClose(
            expected, double.CreateTruncating(actual), tolerance, size, () => $"{what}, {loss.LabelSmoothing}, ignoring {loss.IgnoreIndex}");

        Close(values.Sum() / normalizer, members.Value(call), "value");
        Close(values.Sum() / normalizer, members.ValueAndGradient(call), "value and gradient");
        double[] flat = [.. gradient.SelectMany(row => row)];
        for (int i = 0; i < flat.Length; i++)
            Close(flat[i] / normalizer, call.Gradients[0][i], $"gradient {i}");
        members.Values(call);
        for (int n = 0; n < values.Length; n++)
            Close(values[n], call.Destination[n], $"value of sample {n}");
        Assert.Equal(normalizer, members.Total(call).Normalizer);
    }

    private static double Slope(double[] row, int label, int i)
    {
        double sign = i < label ? -Scale : Scale;
        return (sign / (1 + Math.Exp(-sign * row[i]))) + (i == 0 ? 0.25 * label : 0);
    }

    private static double WeightOf(LabelLoss loss, int c) => loss.ClassWeights.Length == 0 ? 1 : loss.ClassWeights[c];

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(-100)]
    public void A_label_beyond_its_classes_is_refused_before_anything_is_written(int label)
    {
        var loss = new ThresholdLoss(Scale) { IgnoreIndex = -7 };
        ArgumentOutOfRangeException refused = AssertRefused(loss, label);
        Assert.StartsWith(FormattableString.Invariant($"The label of sample 1 is {label}, which is not one of the 4 classes."), refused.Message);
        Assert.Equal(label == 4, refused.Message.Contains("[Label(ExtraClasses = 2)]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_of_classes_that_nobody_named_is_shown_as_what_it_was_guessed_from()
    {
        const string guess = "Their number follows from the lengths: logits.Length / label.Length = 6 / 3 = 2.";
        Assert.Contains(guess, MessageOf(new CrossEntropyLoss(), default), StringComparison.Ordinal);
        Assert.DoesNotContain("follows", MessageOf(new CrossEntropyLoss { Classes = 2 }, default), StringComparison.Ordinal);
        Assert.DoesNotContain("follows", MessageOf(new CrossEntropyLoss(), new() { Classes = 2 }), StringComparison.Ordinal);

        static string MessageOf(CrossEntropyLoss loss, BatchOptions<T> options)
        {
            Call<T> call = new() { Inputs = [new T[6]], Label = [0, 1, 2], Classes = options.Classes };
            return Assert.Throws<ArgumentOutOfRangeException>("label", () => ((ILossMembers<T>)(object)new LabelMembers(loss)).Value(call)).Message;
        }
    }

    [Fact]
    public void A_label_that_is_the_length_of_the_row_is_told_of_the_attribute_where_it_could_be_meant()
    {
        string distance = AssertRefused(new DistanceToLabelLoss(), 3).Message;
        Assert.Contains("If labels run from 0 to 3, mark the parameter [Label(ExtraClasses = 1)].", distance, StringComparison.Ordinal);
        Assert.DoesNotContain("[Label", AssertRefused(new DistanceToLabelLoss(), 7).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[Label", AssertRefused(new DistanceToLabelLoss { IgnoreIndex = -1 }, -100).Message, StringComparison.Ordinal);
        // a class that has no logit cannot be meant
        Assert.DoesNotContain("[Label", AssertRefused(new CrossEntropyLoss(), 3).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[Label", AssertRefused(new CrossEntropyLoss { LabelSmoothing = 0.1 }, 3).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_nothing_but_the_attribute_shows_is_weighed_smoothed_and_ignored()
    {
        var loss = new ExpectedClassLoss { ClassWeights = [1, 0.5, 2, 0.25], LabelSmoothing = 0.2, IgnoreIndex = 1, Reduction = Reduction.Sum };
        double[] row = [0.5, -1, 2, 0.25];
        double expected = 0, distribution = 0;
        double[] probabilities = [0.5, 0, 0.25, 0.25];
        for (int c = 0; c < row.Length; c++)
        {
            expected += loss.ClassWeights[c] * (0.05 + (c == 3 ? 0.8 : 0)) * loss.Formula(row, c);
            distribution += loss.ClassWeights[c] * (0.05 + (0.8 * probabilities[c])) * loss.Formula(row, c);
        }

        var members = (ILossMembers<T>)(object)new LabelMembers(loss);
        var call = new Call<T> { Inputs = [Call<T>.Numbers([.. row, .. row])], Label = [3, 1] };
        Assert.Equal(expected, double.CreateTruncating(members.Value(call)), 10 * tolerance);
        var lifted = (ILossMembers<T>)(object)new DistributionMembers(loss);
        call = new Call<T> { Inputs = [Call<T>.Numbers(row), Call<T>.Numbers(probabilities)], Classes = 4 };
        Assert.Equal(distribution, double.CreateTruncating(lifted.Value(call)), 10 * tolerance);
        Assert.Contains("[Label(ExtraClasses = 1)]", AssertRefused(new ExpectedClassLoss(), 3).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_integer_that_is_no_label_may_be_any_number_and_picks_nothing_outside_the_row()
    {
        foreach (bool compares in new[] { false, true })
        {
            var loss = new IntegerLoss(compares);
            foreach (int shift in new[] { 0, 1, 2, 3, 7, -1, -1000 })
            {
                double[] row = [1, 2, 4], gradient = new double[3];
                Assert.Equal(loss.Formula(row, shift), loss.ValueAndGradient(row, [shift], gradient));
                double[] slope = [.. row.Select((x, i) => (2 * x * Math.Abs(shift)) + (i == 0 ? Math.Max(shift, 0) : 0) + (i == (compares ? shift : 1) ? 1 : 0))];
                Assert.Equal(slope, gradient);
            }
        }
    }

    private static ArgumentOutOfRangeException AssertRefused(LabelLoss loss, int label)
    {
        var members = (ILossMembers<T>)(object)new LabelMembers(loss);
        Call<T> call = new Call<T> { Inputs = [Call<T>.Numbers([1, 2, 3, 4, 5, 6])], Label = [0, label] }.Fresh(2);
        var refused = Assert.Throws<ArgumentOutOfRangeException>(nameof(label), () => members.ValueAndGradient(call));
        Assert.All(call.Gradients[0], number => Assert.Equal(Call<T>.Untouched, number));
        return refused;
    }

    [Fact]
    public void Class_weights_have_one_element_for_each_class_that_a_label_can_be()
    {
        var members = (ILossMembers<T>)(object)new LabelMembers(new ThresholdLoss(Scale) { ClassWeights = [1, 1, 1], LabelSmoothing = 0.1 });
        var call = new Call<T> { Inputs = [Call<T>.Numbers([1, 2, 3])], Label = [0] };
        Assert.Contains("one for each of 4 classes", Assert.Throws<ArgumentException>(() => members.Value(call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distribution_over_more_classes_than_the_row_has_is_not_supported()
    {
        var members = (ILossMembers<T>)(object)new DistributionMembers(new ThresholdLoss(Scale));
        var call = new Call<T> { Inputs = [Call<T>.Numbers([1, 2, 3]), Call<T>.Numbers([0, 1, 0])], Classes = 3 };
        string message = Assert.Throws<NotSupportedException>(() => members.Value(call)).Message;
        Assert.Equal(
            "A label of ThresholdLoss can be a class that the row has no element for, so a distribution over its labels is no row of the batch.", message);
    }
}
