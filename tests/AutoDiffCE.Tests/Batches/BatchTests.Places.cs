using System.Runtime.InteropServices;
using AutoDiffCE.Batches;
using AutoDiffCE.Tests.Api;
using AutoDiffCE.Tests.Simd;

namespace AutoDiffCE.Tests.Batches;

// Where destinations lie, and that it does not show in the results where samples or blocks lie.
public abstract partial class BatchTests<V, T>
{
    [Fact]
    public void A_gradient_may_lie_over_its_input_though_the_kernel_reads_after_writing()
    {
        foreach (int classes in ClassCounts)
        {
            foreach (int inner in new[] { 1, 3, V.Count + 1 })
            {
                var batch = new Batch<T>(7 * inner, classes, inner) { SampleWeights = Batch<T>.Quarters(new Random(2), 7 * inner) };
                Outcome<T> apart = batch.Run<V>(BatchGoal.ValuesAndGradient);
                var values = new T[batch.Samples];
                batch.Run<V>(BatchGoal.ValuesAndGradient, values, batch.Logits, batch.Scale);
                Assert.Equal(apart.Values, values);
                Assert.Equal(apart.LogitsGradient, batch.Logits);
                Assert.Equal(apart.ScaleGradient, batch.Scale);
            }
        }
    }

    [Fact]
    public void Scalars_may_be_overwritten_by_their_gradient()
    {
        foreach (int samples in SampleCounts.Concat([1500]))
        {
            var random = new Random(samples);
            T[] prediction = Batch<T>.Quarters(random, samples);
            T[] target = Batch<T>.Quarters(random, samples);
            T[] gradient = new T[samples];
            BatchResult apart = RunScalars(prediction, target, gradient);
            Assert.Equal(apart, RunScalars(prediction, target, prediction));
            Assert.Equal(gradient, prediction);
        }
    }

    [Fact]
    public void Two_rows_take_their_classes_from_the_call()
    {
        foreach (int classes in ClassCounts)
        {
            int samples = (2 * V.Count) + 1;
            var random = new Random(classes);
            T[] logits = Batch<T>.Quarters(random, samples * classes);
            T[] distribution = Batch<T>.Quarters(random, samples * classes);
            T[] logitsBefore = [.. logits];
            T[] distributionBefore = [.. distribution];
            BatchResult result = KernelRun<RowPairKernel, V, T>.Run(
                new RecordingLabelLoss { Reduction = Reduction.Sum },
                RowPairKernel.Shape,
                default,
                BatchGoal.ValueAndGradient,
                new BatchCall<T> { Input0 = logits, Input1 = distribution, Gradient0 = logits, Gradient1 = distribution, Classes = classes });
            Assert.Equal(logitsBefore.Zip(distributionBefore, (x, q) => double.CreateTruncating(x * q)).Sum(), result.Sum);
            Assert.Equal(new LossTotal(result.Sum, samples), result.ToTotal());
            Assert.Equal(distributionBefore, logits);
            Assert.Equal(logitsBefore, distribution);
        }
    }

    [Fact]
    public void A_sample_has_the_same_bits_anywhere_in_any_batch()
    {
        foreach (int classes in ShortAndLongRows)
        {
            Batch<T> whole = Irregular(600, classes);
            Outcome<T> expected = whole.Run<V>(BatchGoal.ValuesAndGradient);
            for (int first = 0; first < 600; first += 37)
            {
                Batch<T> part = Slice(whole, first, Math.Min(50, 600 - first));
                Outcome<T> outcome = part.Run<V>(BatchGoal.ValuesAndGradient);
                Assert.Equal(expected.Values.AsSpan(first, part.Samples).ToArray(), outcome.Values);
                Assert.Equal(expected.LogitsGradient.AsSpan(first * classes, part.Samples * classes).ToArray(), outcome.LogitsGradient);
                Assert.Equal(expected.ScaleGradient.AsSpan(first, part.Samples).ToArray(), outcome.ScaleGradient);
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        foreach ((int samples, int classes, int inner) in new[] { (9000, 9, 1), (1200, LongestShortRow + 5, 1), (4500, 20, 45) })
        {
            Batch<T> batch = Irregular(samples, classes, inner);
            batch.SampleWeights = Batch<T>.Quarters(new Random(5), samples);
            foreach (BatchGoal goal in WeightedGoals)
            {
                batch.Threads = 1;
                Outcome<T> alone = batch.Run<V>(goal);
                foreach (int threads in new[] { 2, 3, 16 })
                {
                    batch.Threads = threads;
                    Outcome<T> together = batch.Run<V>(goal);
                    Assert.Equal(alone.Result, together.Result);
                    AssertSame(alone.Values, together.Values);
                    AssertSame(alone.LogitsGradient, together.LogitsGradient);
                    AssertSame(alone.ScaleGradient, together.ScaleGradient);
                }
            }
        }
    }

    [Fact]
    public void A_total_does_not_depend_on_where_the_batch_starts_in_memory()
    {
        Batch<T> batch = Irregular(300, 3);
        var sums = new HashSet<double>();
        for (int shift = 0; shift < 17; shift++)
        {
            var memory = new T[batch.Logits.Length + shift];
            batch.Logits.CopyTo(memory, shift);
            sums.Add(KernelRun<ScaledLabelKernel, V, T>.Run(
                batch.Loss,
                ScaledLabelKernel.Shape(LabelRole.WeighsSample),
                default,
                BatchGoal.Total,
                new BatchCall<T> { Input0 = memory.AsSpan(shift), Input1 = batch.Scale, Label0 = batch.Label }).Sum);
        }

        Assert.Single(sums);
    }

    [Fact]
    public void Nothing_behind_the_last_element_is_touched()
    {
        foreach (int classes in Enumerable.Range(1, 9).Append(LongestShortRow + 3))
        {
            foreach (int samples in classes < 10 ? new[] { 1, 3, V.Count, V.Count + 1, 33 } : [1, 3])
            {
                foreach (BatchGoal goal in Goals)
                    RunBeforeGuards(new Batch<T>(samples, classes, rowStride: classes + (samples % 2)), goal);
            }
        }
    }

    private static void RunBeforeGuards(Batch<T> batch, BatchGoal goal)
    {
        using var logits = new GuardedMemory<T>(batch.Logits.Length);
        using var gradient = new GuardedMemory<T>(batch.Logits.Length);
        using var scale = new GuardedMemory<T>(batch.Samples);
        using var label = new GuardedMemory<int>(batch.Samples);
        Span<T> guardedLogits = MemoryMarshal.CreateSpan(ref logits[0], batch.Logits.Length);
        Span<int> guardedLabel = MemoryMarshal.CreateSpan(ref label[0], batch.Samples);
        Span<T> guardedScale = MemoryMarshal.CreateSpan(ref scale[0], batch.Samples);
        batch.Logits.CopyTo(guardedLogits);
        batch.Label.CopyTo(guardedLabel);
        batch.Scale.CopyTo(guardedScale);
        var values = new T[batch.Samples];
        BatchResult result = KernelRun<ScaledLabelKernel, V, T>.Run(
            batch.Loss, ScaledLabelKernel.Shape(LabelRole.WeighsSample), default, goal, new BatchCall<T>
            {
                Input0 = guardedLogits,
                Input1 = guardedScale,
                Label0 = guardedLabel,
                Upstream = batch.Upstream,
                Destination = values,
                Gradient0 = MemoryMarshal.CreateSpan(ref gradient[0], batch.Logits.Length),
                Gradient1 = new T[batch.Samples],
                Options = new BatchOptions<T> { Classes = batch.Classes, RowStride = batch.RowStride },
            });
        Assert.Equal(batch.Run<V>(goal).Result, result);
    }

    // Numbers whose sums round, so that a difference in order shows.
    private static Batch<T> Irregular(int samples, int classes, int inner = 1)
    {
        var batch = new Batch<T>(samples, classes, inner);
        var random = new Random(samples);
        for (int index = 0; index < batch.Logits.Length; index++)
            batch.Logits[index] = Batch<T>.Number((random.NextDouble() - 0.5) * 20);
        return batch;
    }

    private static Batch<T> Slice(Batch<T> whole, int first, int count)
    {
        var part = new Batch<T>(count, whole.Classes);
        whole.Logits.AsSpan(first * whole.Classes, count * whole.Classes).CopyTo(part.Logits);
        whole.Scale.AsSpan(first, count).CopyTo(part.Scale);
        whole.Upstream.AsSpan(first, count).CopyTo(part.Upstream);
        whole.Label.AsSpan(first, count).CopyTo(part.Label);
        return part;
    }

    private static BatchResult RunScalars(T[] prediction, T[] target, T[] gradient) =>
        KernelRun<SquaredErrorKernel, V, T>.Run(
            new PlainLoss(),
            SquaredErrorKernel.Shape,
            default,
            BatchGoal.ValueAndGradient,
            new BatchCall<T> { Input0 = prediction, Input1 = target, Gradient0 = gradient });
}
