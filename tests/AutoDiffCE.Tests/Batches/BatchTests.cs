using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

/// <summary>What drivers do, at one register width; each width has a class of its own.</summary>
public abstract partial class BatchTests<V, T>
    where V : struct, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int LongestShortRow => BlockSizes.LongestShortRow(V.Count);

    private static IEnumerable<int> ClassCounts =>
        Enumerable.Range(1, (2 * V.Count) + 1)
            .Concat([LongestShortRow - 1, LongestShortRow, LongestShortRow + 1, LongestShortRow + V.Count, LongestShortRow + V.Count + 3]).Distinct();

    private static IEnumerable<int> SampleCounts => Enumerable.Range(0, (2 * V.Count) + 2);

    private static BatchGoal[] Goals => Enum.GetValues<BatchGoal>();

    // Rows out are not weighed.
    private static BatchGoal[] WeightedGoals => [.. Goals.Where(goal => !goal.HasRows())];

    // Compares everything that the goal asks for with plain loops, and checks that all else is as it was.
    private protected static void AssertMatchesPlainLoops(Batch<T> batch, BatchGoal goal)
    {
        Outcome<T> outcome = batch.Run<V>(goal);
        AssertResult(batch, goal, outcome);
        AssertValues(batch, goal, outcome);
        AssertGradients(batch, goal, outcome);
    }

    private static void AssertResult(Batch<T> batch, BatchGoal goal, Outcome<T> outcome)
    {
        double sum = 0;
        for (int n = 0; n < batch.Samples && goal.HasSum(); n++)
            sum += batch.WeightOf(n) == 0 ? 0 : batch.WeightOf(n) * batch.ValueOf(n);
        Assert.Equal(sum, outcome.Result.Sum);
        if (goal.HasSum() && (goal == BatchGoal.Total || batch.Loss.Reduction == Reduction.Mean))
            Assert.Equal(batch.ExpectedNormalizer(), outcome.Result.Normalizer);
    }

    private static void AssertValues(Batch<T> batch, BatchGoal goal, Outcome<T> outcome)
    {
        T[] values = Outcome<T>.Marked(batch.Samples);
        for (int n = 0; n < batch.Samples && goal.HasDestination(); n++)
            values[n] = Batch<T>.Number(batch.WeightOf(n) == 0 ? 0 : batch.WeightOf(n) * batch.ValueOf(n));
        AssertSame(values, outcome.Values);
    }

    private static void AssertGradients(Batch<T> batch, BatchGoal goal, Outcome<T> outcome)
    {
        T[] logitsGradient = Outcome<T>.Marked(batch.Logits.Length);
        T[] scaleGradient = Outcome<T>.Marked(batch.Samples);
        bool divides = goal == BatchGoal.ValueAndGradient && batch.Loss.Reduction == Reduction.Mean;
        double divisor = divides ? batch.ExpectedNormalizer() : 1;
        for (int n = 0; n < batch.Samples && goal.HasGradient(); n++)
        {
            T upstream = ExpectedUpstream(batch, goal, n, divisor);
            for (int c = 0; c < batch.Classes; c++)
                logitsGradient[batch.IndexOf(n, c)] = StrongProduct(upstream, batch.DerivativeOf(n, c));
            scaleGradient[n] = StrongProduct(upstream, -batch.Logit(n, batch.IsIgnored(n) ? 0 : batch.Label[n]));
        }

        AssertSame(logitsGradient, outcome.LogitsGradient);
        AssertSame(scaleGradient, outcome.ScaleGradient);
    }

    // As Assert.Equal, which takes a microsecond for each element.
    private static void AssertSame(T[] expected, T[] actual)
    {
        if (!expected.AsSpan().SequenceEqual(actual))
            Assert.Equal(expected, actual);
    }

    private static T ExpectedUpstream(Batch<T> batch, BatchGoal goal, int sample, double divisor)
    {
        double weight = batch.WeightOf(sample);
        if (weight == 0)
            return T.Zero;
        double upstream = goal.HasUpstream() ? double.CreateTruncating(batch.Upstream[sample]) : 1;
        return divisor == 0 ? T.Zero : Batch<T>.Number(weight * upstream / divisor);
    }

    private static T StrongProduct(T upstream, double derivative) =>
        upstream == T.Zero ? T.Zero : upstream * Batch<T>.Number(derivative);
}
