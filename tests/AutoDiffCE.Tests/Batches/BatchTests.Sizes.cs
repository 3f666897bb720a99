using AutoDiffCE.Batches;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

// Every small number of samples and classes, every goal, every layout.
public abstract partial class BatchTests<V, T>
{
    [Fact]
    public void Every_size_gives_what_plain_loops_give()
    {
        foreach (int classes in ClassCounts)
        {
            foreach (int samples in SampleCounts)
            {
                foreach (BatchGoal goal in Goals)
                    AssertMatchesPlainLoops(new Batch<T>(samples, classes, seed: samples), goal);
            }
        }
    }

    [Fact]
    public void Batches_of_many_blocks_give_what_plain_loops_give()
    {
        foreach (int classes in new[] { 1, 3, LongestShortRow, LongestShortRow + 1 })
        {
            foreach (int samples in new[] { 1023, 1024, 1025, 2500 })
            {
                foreach (BatchGoal goal in Goals)
                    AssertMatchesPlainLoops(new Batch<T>(samples, classes), goal);
            }
        }
    }

    [Fact]
    public void Rows_at_a_stride_are_found_and_their_padding_is_left_alone()
    {
        foreach (int classes in ClassCounts)
        {
            foreach (int padding in new[] { 0, 1, V.Count, 37 })
            {
                foreach (BatchGoal goal in Goals)
                    AssertMatchesPlainLoops(new Batch<T>((2 * V.Count) + 1, classes, rowStride: classes + padding), goal);
            }
        }
    }

    [Fact]
    public void Positions_of_an_image_are_samples()
    {
        foreach (int classes in new[] { 1, 2, 3, V.Count, LongestShortRow + 3 })
        {
            foreach (int inner in Enumerable.Range(1, V.Count + 1).Concat([(2 * V.Count) + 3, 49, 401]))
            {
                foreach (BatchGoal goal in Goals)
                    AssertMatchesPlainLoops(new Batch<T>(3 * inner, classes, inner), goal);
            }
        }
    }

    [Fact]
    public void Weighted_images_give_what_plain_loops_give()
    {
        foreach (int inner in new[] { 2, V.Count, (2 * V.Count) + 3 })
        {
            foreach (BatchGoal goal in WeightedGoals)
            {
                var batch = new Batch<T>(5 * inner, 4, inner)
                {
                    SampleWeights = Batch<T>.Quarters(new Random(3), 5 * inner),
                    Loss = new RecordingLabelLoss { ClassWeights = [0.5, 1, 0, 2], IgnoreIndex = 1 },
                };
                AssertMatchesPlainLoops(batch, goal);
            }
        }
    }

    [Fact]
    public void Scalars_give_what_plain_loops_give()
    {
        foreach (int samples in SampleCounts.Concat([1024, 1025, 2500]))
        {
            var random = new Random(samples);
            T[] prediction = Batch<T>.Quarters(random, samples);
            T[] target = Batch<T>.Quarters(random, samples);
            T[] gradient = Outcome<T>.Marked(samples);
            BatchResult result = KernelRun<SquaredErrorKernel, V, T>.Run(
                new PlainLoss { Reduction = Reduction.Sum },
                SquaredErrorKernel.Shape,
                default,
                BatchGoal.ValueAndGradient,
                new BatchCall<T> { Input0 = prediction, Input1 = target, Gradient0 = gradient });
            Assert.Equal(Enumerable.Range(0, samples).Sum(n => double.CreateTruncating((prediction[n] - target[n]) * (prediction[n] - target[n]))), result.Sum);
            Assert.Equal(Enumerable.Range(0, samples).Select(n => Batch<T>.Number(2) * (prediction[n] - target[n])), gradient);
        }
    }

    [Fact]
    public void A_total_loses_no_small_loss_beside_a_large_one()
    {
        T[] prediction = new T[5000];
        Array.Fill(prediction, Batch<T>.Number(0.5));
        prediction[1017] = Batch<T>.Number(1 << 20);
        LossTotal total = KernelRun<SquaredErrorKernel, V, T>.Run(
            new PlainLoss(),
            SquaredErrorKernel.Shape,
            default,
            BatchGoal.Total,
            new BatchCall<T> { Input0 = prediction, Input1 = new T[5000] }).ToTotal();
        Assert.Equal(new LossTotal((1L << 40) + (4999 * 0.25), 5000), total);
    }
}
