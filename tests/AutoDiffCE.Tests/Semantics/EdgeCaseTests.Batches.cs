using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

// What counts, and what a mean divides by.
public abstract partial class EdgeCaseTests<T>
{
    [Fact]
    public void An_ignored_row_may_hold_anything()
    {
        foreach (double anything in new[] { NaN, Infinity, -Infinity })
        {
            foreach (double smoothing in new[] { 0, 0.2 })
            {
                var loss = new CrossEntropyLoss { LabelSmoothing = smoothing };
                Evaluation alone = Evaluate(loss, [1, 3], [0]);
                Evaluation result = Evaluate(loss, [anything, anything, 1, 3], [-100, 0]);
                Assert.Equal(alone.Value, result.Value);
                Assert.Equal([0, 0, .. alone.Gradient], result.Gradient);
                Assert.Equal([0, .. alone.Values], result.Values);
            }
        }
    }

    [Fact]
    public void A_mean_over_nothing_is_not_a_number_and_has_no_gradient()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss(), [1, 2, 3, 4], [-100, -100]);
        Assert.Equal(NaN, result.Value);
        Assert.Equal([0, 0, 0, 0], result.Gradient);
        Assert.Equal([0, 0], result.Values);
        Assert.Equal(new LossTotal(0, 0), result.Total);
    }

    [Fact]
    public void A_mean_over_nothing_is_zero_for_those_who_say_so()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss { EmptyMean = 0 }, [1, 2, 3, 4], [-100, -100]);
        Assert.Equal(0, result.Value);
        Assert.Equal([0, 0, 0, 0], result.Gradient);
    }

    [Fact]
    public void A_sum_over_nothing_is_zero()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss { Reduction = Reduction.Sum }, [1, 2, 3, 4], [-100, -100]);
        Assert.Equal(0, result.Value);
        Assert.Equal([0, 0, 0, 0], result.Gradient);
    }

    [Fact]
    public void An_empty_batch_is_nothing()
    {
        Assert.Equal(NaN, Evaluate(new CrossEntropyLoss(), [], []).Value);
        Assert.Equal(0, Evaluate(new CrossEntropyLoss { Reduction = Reduction.Sum }, [], []).Value);
        Assert.Equal(NaN, EvaluateDistribution(new CrossEntropyLoss { Classes = 3 }, [], [], 3).Value);
    }

    [Fact]
    public void The_weight_of_a_class_cancels_where_all_samples_have_it()
    {
        Evaluation plain = Evaluate(new CrossEntropyLoss(), [1, 2, 3, 4], [1, 1]);
        Evaluation weighted = Evaluate(new CrossEntropyLoss { ClassWeights = [1, 4] }, [1, 2, 3, 4], [1, 1]);
        Assert.Equal(plain.Value, weighted.Value, tolerance);
        AssertNumbers(plain.Gradient, weighted.Gradient);
    }

    [Fact]
    public void Weights_that_add_up_to_zero_have_no_mean_and_no_gradient()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss { ClassWeights = [0, 1] }, [1, 2, 3, 4], [0, 0]);
        Assert.Equal(NaN, result.Value);
        Assert.Equal([0, 0, 0, 0], result.Gradient);
    }

    [Fact]
    public void A_class_of_weight_zero_adds_nothing_to_any_loss_beside_a_logit_that_is_not_finite()
    {
        foreach (LabelLoss loss in LabeledLosses())
            AssertWeighsNothing(Weighed(loss, [1, 0, 1]), row => Evaluate(loss, row, [1]));
    }

    [Fact]
    public void A_distribution_of_weight_zero_adds_nothing_to_any_loss_beside_a_logit_that_is_not_finite()
    {
        foreach (LabelLoss loss in LabeledLosses())
            AssertWeighsNothing(loss, row => EvaluateDistribution(loss, row, [0, 0, 0]));
        foreach (LabelLoss loss in LabeledLosses())
            AssertWeighsNothing(Weighed(loss, [1, 0, 1]), row => EvaluateDistribution(loss, row, [0, 1, 0]));
    }

    [Fact]
    public void Smoothing_over_classes_that_all_weigh_zero_adds_nothing()
    {
        var loss = new CrossEntropyLoss { ClassWeights = [0, 0, 0], LabelSmoothing = 0.1 };
        AssertWeighsNothing(loss, row => Evaluate(loss, row, [1]));
        AssertWeighsNothing(loss, row => EvaluateDistribution(loss, row, [0.5, 0, 0.5]));
    }

    [Fact]
    public void A_distribution_of_zeros_is_passed_over_among_others_wherever_it_lies()
    {
        foreach (int classes in new[] { 1, 2, 9, 40 })
        {
            double[] rows = new double[5 * classes], distributions = new double[5 * classes];
            for (int i = 0; i < rows.Length; i++)
                rows[i] = i % 7;
            distributions[(2 * classes) - 1] = distributions[4 * classes] = 1;
            rows[(3 * classes) - 1] = Infinity;
            Evaluation result = EvaluateDistribution(new CrossEntropyLoss(), rows, distributions, classes);
            Evaluation labeled = Evaluate(new CrossEntropyLoss { IgnoreIndex = -1 }, rows, [-1, classes - 1, -1, -1, 0]);
            Assert.All(result.Values.Zip(labeled.Values), pair => Assert.Equal(pair.Second, pair.First, 8 * tolerance));
            Assert.Equal(labeled.Total.Sum, result.Total.Sum, 8 * tolerance);
            Assert.Equal(5, result.Total.Normalizer);
            Assert.All(result.Gradient.Zip(labeled.Gradient), pair => Assert.Equal(pair.Second, 2.5 * pair.First, tolerance));
        }
    }

    private static IEnumerable<LabelLoss> LabeledLosses() => AllLosses.Labeled(3).Select(pair => pair.Loss).Append(new MultiMarginLoss(squared: true));

    private static LabelLoss Weighed(LabelLoss loss, Row classWeights)
    {
        typeof(LabelLoss).GetProperty(nameof(LabelLoss.ClassWeights))!.SetValue(loss, classWeights);
        return loss;
    }

    private static void AssertWeighsNothing(LabelLoss loss, Func<double[], Evaluation> evaluate)
    {
        foreach (double strange in new[] { Infinity, -Infinity, NaN })
        {
            for (int position = 0; position < 3; position++)
            {
                double[] row = [1, 3, 2];
                row[position] = strange;
                Evaluation result = evaluate(row);
                Assert.True(result.Values is [0] && result.Gradient is [0, 0, 0], $"{loss}: {string.Join(' ', result.Values)}, {string.Join(' ', result.Gradient)}");
            }
        }
    }

    [Fact]
    public void Labels_that_weigh_nothing_have_no_mean_though_smoothing_gives_their_sum_a_value()
    {
        double[] rows = [1, 2, 3, 3, 4, 6];
        var loss = new CrossEntropyLoss { ClassWeights = [0, 1, 1], LabelSmoothing = 0.3 };
        Evaluation result = Evaluate(loss, rows, [0, 0]);
        double first = 3 + Math.Log(1 + Math.Exp(-1) + Math.Exp(-2)), second = 6 + Math.Log(1 + Math.Exp(-2) + Math.Exp(-3));
        Assert.Equal(0.1 * (first - 2 + first - 3 + second - 4 + second - 6), result.Total.Sum, tolerance);
        Assert.Equal(NaN, result.Value);
        Assert.Equal([0, 0, 0, 0, 0, 0], result.Gradient);
        Assert.Equal(NaN, result.Total.Mean);
        Assert.Equal(0, result.Total.Normalizer);
        Assert.Equal(-1, Evaluate(new CrossEntropyLoss { ClassWeights = [0, 1, 1], LabelSmoothing = 0.3, EmptyMean = -1 }, rows, [0, 0]).Value);

        // beside samples that weigh something they count as they do in one batch
        Evaluation other = Evaluate(loss, [1, 0, 2], [2]);
        Evaluation whole = Evaluate(loss, [.. rows, 1, 0, 2], [0, 0, 2]);
        Assert.Equal(whole.Value, (result.Total + other.Total).Mean, 4 * tolerance);
        Assert.Equal(1, (result.Total + other.Total).Normalizer);
    }

    [Fact]
    public void A_normalizer_of_zero_gives_no_mean_and_no_gradient_of_any_loss()
    {
        Call<T> NormalizedByZero(Call<T> call) => call with { Normalizer = 0 };
        Call<T> label = NormalizedByZero(new Call<T> { Inputs = [Call<T>.Numbers([1, 2, 3, 4])], Label = [0, 1] });
        AssertNothing(new LabelMembers(new CrossEntropyLoss { LabelSmoothing = 0.1 }), label, 2);
        Call<T> distribution = NormalizedByZero(new Call<T> { Inputs = [Call<T>.Numbers([1, 2, 3, 4]), Call<T>.Numbers([1, 0, 0.5, 0.5])], Classes = 2 });
        AssertNothing(new DistributionMembers(new CrossEntropyLoss { ClassWeights = [0, 0] }), distribution, 2);
        Call<T> scalars = NormalizedByZero(new Call<T> { Inputs = [Call<T>.Numbers([1, 2]), Call<T>.Numbers([3, Infinity])] });
        AssertNothing(new TargetMembers(new MeanSquaredErrorLoss()), scalars, 2);
        AssertNothing(new TargetMembers(new MeanSquaredErrorLoss()), scalars with { Normalizer = null, SampleWeights = Call<T>.Numbers([1, -1]) }, 2);
    }

    private static void AssertNothing(object adapter, Call<T> call, int samples)
    {
        Evaluation result = Evaluate(adapter, call, samples);
        Assert.Equal(NaN, result.Value);
        Assert.All(result.Gradient, gradient => Assert.Equal(0, gradient));
        Assert.Equal(NaN, result.Total.Mean);
    }

    [Fact]
    public void A_mean_over_distributions_divides_by_samples_and_not_by_class_weights()
    {
        Evaluation result = EvaluateDistribution(new CrossEntropyLoss { ClassWeights = [2, 6] }, [0, 0, 0, 0], [1, 0, 0, 1]);
        Assert.Equal(4 * Math.Log(2), result.Value, 4 * tolerance);
        Assert.Equal(new LossTotal(result.Total.Sum, 2), result.Total);
    }

    [Fact]
    public void An_ignored_class_stays_in_the_denominator_of_other_rows()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss { IgnoreIndex = 1 }, [1, 2, 1, 2], [0, 1]);
        AssertNumbers([P(1, 1, 2) - 1, P(2, 1, 2), 0, 0], result.Gradient);
    }

    [Fact]
    public void An_ignored_label_need_not_be_a_class()
    {
        foreach (int outside in new[] { 255, -1, int.MinValue, int.MaxValue })
        {
            Evaluation result = Evaluate(new CrossEntropyLoss { IgnoreIndex = outside }, [1, 2, 1, 2], [0, outside]);
            Assert.Equal(Math.Log(1 + Math.E), result.Value, tolerance);
            AssertNumbers([P(1, 1, 2) - 1, P(2, 1, 2), 0, 0], result.Gradient);
        }
    }

    [Fact]
    public void Parts_of_a_batch_merge_to_the_whole()
    {
        double[] rows = [1, 2, 0.5, -1, 3, 0, 2, 2];
        var loss = new CrossEntropyLoss { ClassWeights = [1, 3] };
        LossTotal parts = Evaluate(loss, rows[..6], [0, 1, 0]).Total + Evaluate(loss, rows[6..], [1]).Total;
        LossTotal whole = Evaluate(loss, rows, [0, 1, 0, 1]).Total;
        Assert.Equal(whole.Normalizer, parts.Normalizer);
        Assert.Equal(whole.Mean, parts.Mean, tolerance);
    }
}
