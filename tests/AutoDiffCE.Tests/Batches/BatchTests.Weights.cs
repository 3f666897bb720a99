using AutoDiffCE.Batches;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

// What a sample weighs, what a mean divides by, and what does not count.
public abstract partial class BatchTests<V, T>
{
    private static readonly Reduction[] Reductions = Enum.GetValues<Reduction>();

    private static IEnumerable<int> ShortAndLongRows => [3, LongestShortRow + 3];

    [Fact]
    public void Weights_normalizers_and_ignored_labels_combine_in_every_way()
    {
        foreach (int classes in ShortAndLongRows)
        {
            foreach (LabelRole role in Enum.GetValues<LabelRole>())
            {
                for (int combination = 0; combination < 16; combination++)
                {
                    foreach (Reduction reduction in Reductions)
                        AssertCombination(classes, role, combination, reduction);
                }
            }
        }
    }

    private static void AssertCombination(int classes, LabelRole role, int combination, Reduction reduction)
    {
        const int Samples = 41;
        // the kernel applies class weights itself where the label only counts in the normalizer, and this one does not have them
        var random = new Random(combination);
        var batch = new Batch<T>(Samples, classes)
        {
            Role = role,
            SampleWeights = (combination & 1) != 0 ? Batch<T>.Quarters(random, Samples) : [],
            Loss = new RecordingLabelLoss
            {
                ClassWeights = (combination & 2) != 0 ? ClassWeights(random, classes) : default,
                IgnoreIndex = (combination & 4) != 0 ? 1 : -100,
                Reduction = reduction,
            },
            MeanOverSamples = (combination & 8) != 0,
            Normalizer = combination % 5 == 0 ? 2.5 : null,
        };
        foreach (BatchGoal goal in WeightedGoals)
            AssertMatchesPlainLoops(batch, goal);
    }

    [Fact]
    public void Samples_that_weigh_nothing_are_exactly_zero_whatever_they_hold()
    {
        foreach (int classes in ShortAndLongRows)
        {
            foreach (T poison in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
            {
                for (int way = 0; way < 3; way++)
                    AssertStrongZeros(classes, poison, way);
            }
        }
    }

    private static void AssertStrongZeros(int classes, T poison, int way)
    {
        const int Samples = 37;
        int[] idle = [0, 1, 5, 6, 17, 35, 36];
        var batch = new Batch<T>(Samples, classes) { SampleWeights = Batch<T>.Quarters(new Random(8), Samples) };
        batch.Label.AsSpan().Fill(1);
        Array.Fill(batch.SampleWeights, T.One);
        Row weights = Enumerable.Range(0, classes).Select(c => c == 2 ? 0.0 : 1.0).ToArray();
        batch.Loss = new RecordingLabelLoss { ClassWeights = weights, IgnoreIndex = -7 };
        foreach (int n in idle)
        {
            for (int c = 0; c < classes; c++)
                batch.Logits[batch.IndexOf(n, c)] = poison;
            batch.Label[n] = way switch { 0 => -7, 1 => 2, _ => 1 };
            if (way == 2)
                batch.SampleWeights[n] = T.Zero;
        }

        foreach (BatchGoal goal in WeightedGoals)
        {
            AssertMatchesPlainLoops(batch, goal);
            AssertPositiveZeros(batch, goal, idle);
        }
    }

    private static void AssertPositiveZeros(Batch<T> batch, BatchGoal goal, int[] idle)
    {
        if (!goal.HasGradient())
            return;
        Outcome<T> outcome = batch.Run<V>(goal);
        foreach (int n in idle)
        {
            for (int c = 0; c < batch.Classes; c++)
                AssertPositiveZero(outcome.LogitsGradient[batch.IndexOf(n, c)]);
            AssertPositiveZero(outcome.ScaleGradient[n]);
        }
    }

    private static void AssertPositiveZero(T number) => Assert.True(number == T.Zero && !T.IsNegative(number));

    [Fact]
    public void An_upstream_of_zero_keeps_the_value_and_clears_the_gradient()
    {
        foreach (int classes in ShortAndLongRows)
        {
            foreach (int inner in new[] { 1, 3 })
            {
                foreach (T zero in new[] { T.Zero, T.NegativeZero })
                    AssertZeroUpstream(classes, inner, zero);
            }
        }
    }

    private static void AssertZeroUpstream(int classes, int inner, T zero)
    {
        foreach (T poison in new[] { T.PositiveInfinity, T.NaN })
        {
            var batch = new Batch<T>(33, classes, inner);
            batch.Upstream[4] = zero;
            batch.Logits[batch.IndexOf(4, 0)] = poison;
            batch.Label[4] = 1;
            foreach (BatchGoal goal in Goals)
                AssertMatchesPlainLoops(batch, goal);
            Assert.Equal(poison, batch.Run<V>(BatchGoal.ValuesAndGradient).Values[4]);
            AssertPositiveZeros(batch, BatchGoal.Backward, [4]);
            AssertPositiveZeros(batch, BatchGoal.ValuesAndGradient, [4]);
        }
    }

    [Fact]
    public void Not_a_number_in_one_row_stays_in_its_row()
    {
        foreach (int classes in ShortAndLongRows)
        {
            var batch = new Batch<T>(35, classes);
            Outcome<T> clean = batch.Run<V>(BatchGoal.ValuesAndGradient);
            batch.Logits[batch.IndexOf(7, 2)] = T.NaN;
            Outcome<T> poisoned = batch.Run<V>(BatchGoal.ValuesAndGradient);
            Assert.True(T.IsNaN(poisoned.Values[7]));
            Assert.Equal(Without(clean.Values, 7, 1), Without(poisoned.Values, 7, 1));
            Assert.Equal(Without(clean.LogitsGradient, 7, classes), Without(poisoned.LogitsGradient, 7, classes));
            Assert.True(double.IsNaN(batch.Run<V>(BatchGoal.ValueAndGradient).Result.Sum));
        }
    }

    [Fact]
    public void A_batch_in_which_nothing_counts_is_an_empty_mean_with_a_gradient_of_zero()
    {
        foreach (int classes in ShortAndLongRows)
        {
            var batch = new Batch<T>(19, classes) { Loss = new RecordingLabelLoss { IgnoreIndex = 7000, EmptyMean = -3 } };
            batch.Label.AsSpan().Fill(7000);
            Outcome<T> outcome = batch.Run<V>(BatchGoal.ValueAndGradient);
            Assert.Equal(-3, outcome.Result.Reduce(batch.Loss));
            Assert.Equal(0, outcome.Result.Reduce(new PlainLoss { Reduction = Reduction.Sum }));
            Assert.All(outcome.LogitsGradient, gradient => Assert.Equal(T.Zero, gradient));

            // a normalizer of the caller's is a denominator like any other
            batch.Normalizer = 5;
            Assert.Equal(0, batch.Run<V>(BatchGoal.ValueAndGradient).Result.Reduce(batch.Loss));
        }
    }

    [Fact]
    public void A_mean_whose_normalizer_is_zero_is_an_empty_mean_with_a_gradient_of_zero_whatever_its_sum_is()
    {
        foreach (int classes in ShortAndLongRows)
        {
            for (int way = 0; way < 5; way++)
            {
                foreach (T poison in new[] { T.One, T.NaN, T.PositiveInfinity })
                    AssertEmptyMean(WithNormalizerZero(24, classes, 1, way, poison));
                AssertEmptyMean(WithNormalizerZero(24, classes, 4, way, T.One));
            }
        }
    }

    [Fact]
    public void A_mean_whose_normalizer_is_zero_has_a_gradient_of_zero_on_several_threads_too()
    {
        foreach (int inner in new[] { 1, 4 })
        {
            Batch<T> batch = WithNormalizerZero(24_000, 3, inner, 1, T.One);
            batch.Threads = 2;
            AssertEmptyMean(batch);
        }
    }

    // Weights of 0; weights that cancel; a class weight of 0 that the kernel applies, and one that the driver does; the caller's normalizer.
    private static Batch<T> WithNormalizerZero(int samples, int classes, int inner, int way, T poison)
    {
        var batch = new Batch<T>(samples, classes, inner)
        {
            Role = way == 2 ? LabelRole.WeighsNormalizer : LabelRole.WeighsSample,
            SampleWeights = way == 0 ? new T[samples] : [],
            Normalizer = way == 4 ? 0 : null,
            Loss = new RecordingLabelLoss
            {
                ClassWeights = way is 2 or 3 ? Enumerable.Range(0, classes).Select(c => c == 1 ? 0.0 : 1).ToArray() : default(Row),
                EmptyMean = -3,
            },
        };
        if (way == 1)
            batch.SampleWeights = [.. Enumerable.Range(0, samples).Select(n => n % 2 == 0 ? T.One : -T.One)];
        batch.Label.AsSpan().Fill(1);
        batch.Logits[batch.IndexOf(2, 2)] = poison;
        return batch;
    }

    private static void AssertEmptyMean(Batch<T> batch)
    {
        Outcome<T> outcome = batch.Run<V>(BatchGoal.ValueAndGradient);
        Assert.Equal(-3, outcome.Result.Reduce(batch.Loss));
        Assert.Equal(-3, batch.Run<V>(BatchGoal.Value).Result.Reduce(batch.Loss));
        Assert.All(outcome.LogitsGradient, AssertPositiveZero);
        Assert.All(outcome.ScaleGradient, AssertPositiveZero);
        LossTotal total = batch.Run<V>(BatchGoal.Total).Result.ToTotal();
        Assert.Equal(0, total.Normalizer);
        Assert.True(double.IsNaN(total.Mean));
    }

    [Fact]
    public void A_class_weight_of_zero_takes_a_sample_out_that_weighs_infinity_or_no_number()
    {
        foreach (int classes in ShortAndLongRows)
        {
            foreach (T weight in new[] { T.NaN, T.PositiveInfinity })
            {
                Batch<T> batch = WithNormalizerZero(24, classes, 1, 3, T.One);
                batch.SampleWeights = new T[24];
                Array.Fill(batch.SampleWeights, T.One);
                batch.SampleWeights[7] = weight;
                batch.Label[5] = 0;
                foreach (BatchGoal goal in WeightedGoals)
                    AssertMatchesPlainLoops(batch, goal);
                Assert.Equal(new LossTotal(batch.ValueOf(5), 1), batch.Run<V>(BatchGoal.Total).Result.ToTotal());
            }
        }
    }

    [Fact]
    public void An_empty_batch_is_an_empty_mean_and_a_sum_of_zero()
    {
        var batch = new Batch<T>(0, 3);
        foreach (BatchGoal goal in Goals)
        {
            BatchResult result = batch.Run<V>(goal).Result;
            Assert.True(double.IsNaN(result.Reduce(batch.Loss)));
            Assert.Equal(0, result.Reduce(new PlainLoss { Reduction = Reduction.Sum }));
            Assert.Equal(new LossTotal(0, 0), result.ToTotal());
        }
    }

    private static Row ClassWeights(Random random, int classes)
    {
        var weights = new double[classes];
        for (int c = 0; c < classes; c++)
            weights[c] = random.Next(4) / 2.0;
        return weights;
    }

    private static T[] Without(T[] numbers, int sample, int each) => [.. numbers[..(sample * each)], .. numbers[((sample + 1) * each)..]];
}
