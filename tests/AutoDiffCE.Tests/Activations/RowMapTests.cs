using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Activations;

/// <summary>Rows out: the members of a formula that returns a row against the formula, and against differences of it.</summary>
public abstract partial class RowMapTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int lanes = Math.Max(LaneWidth.Bits / (Unsafe.SizeOf<T>() * 8), 1);

    private static readonly int longestShortRow = BlockSizes.LongestShortRow(lanes);

    /// <summary>The maps, by name.</summary>
    public static TheoryData<string> Names => [.. RowMap.All().Select(map => map.Name)];

    /// <summary>Both loop orders, with and without a rest.</summary>
    private static IEnumerable<(int Samples, int Classes)> Sizes =>
        Enumerable.Range(1, (2 * lanes) + 1).Concat([longestShortRow, longestShortRow + 1, longestShortRow + lanes, longestShortRow + lanes + 3])
            .Select(classes => (3, classes))
            .Concat(Enumerable.Range(0, (2 * lanes) + 2).SelectMany(samples => new[] { (samples, 3), (samples, longestShortRow + 1) }))
            .Distinct();

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_and_what_flows_back_are_those_of_the_formula(string name)
    {
        foreach ((int samples, int classes) in Sizes)
        {
            var batch = new MapBatch<T>(RowMap.ByName(name), samples, classes);
            batch.Forward(batch.Logits, batch.Destination);
            batch.Backward(batch.Logits, batch.Gradient);
            batch.AssertRows(batch.Destination);
            batch.AssertFlowsBack(batch.Gradient);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_at_once_are_each_alone_to_the_last_bit(string name)
    {
        foreach ((int samples, int classes) in Sizes)
        {
            var batch = new MapBatch<T>(RowMap.ByName(name), samples, classes);
            batch.Forward(batch.Logits, batch.Destination);
            batch.Backward(batch.Logits, batch.Gradient);
            T[] destination = new T[samples * classes];
            T[] gradient = new T[samples * classes];
            batch.Both(batch.Logits, batch.Upstream, destination, gradient);
            batch.AssertSame(batch.Destination, destination);
            batch.AssertSame(batch.Gradient, gradient);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_place_gives_the_same_bits(string name)
    {
        foreach ((int samples, int classes) in Sizes)
        {
            var batch = new MapBatch<T>(RowMap.ByName(name), samples, classes);
            batch.Forward(batch.Logits, batch.Destination);
            batch.Backward(batch.Logits, batch.Gradient);

            T[] overLogits = [.. batch.Logits];
            batch.Forward(overLogits, overLogits);
            batch.AssertSame(batch.Destination, overLogits);

            overLogits = [.. batch.Logits];
            batch.Backward(overLogits, overLogits);
            batch.AssertSame(batch.Gradient, overLogits);

            overLogits = [.. batch.Logits];
            T[] overUpstream = [.. batch.Upstream];
            batch.Both(overLogits, overUpstream, overUpstream, overLogits);
            batch.AssertSame(batch.Destination, overUpstream);
            batch.AssertSame(batch.Gradient, overLogits);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_padding_and_inner_sizes_give_the_same_rows(string name)
    {
        foreach (int classes in new[] { 3, longestShortRow + 1 })
        {
            const int samples = 64;
            var batch = new MapBatch<T>(RowMap.ByName(name), samples, classes);
            batch.Forward(batch.Logits, batch.Destination);
            T[] again = new T[samples * classes];
            batch.Forward(batch.Logits, again, threads: 3);
            batch.AssertSame(batch.Destination, again);

            int stride = classes + 2;
            T[] padded = new T[samples * stride];
            Array.Fill(padded, Call<T>.Untouched);
            T[] paddedLogits = [.. padded];
            for (int sample = 0; sample < samples; sample++)
                batch.Logits.AsSpan(sample * classes, classes).CopyTo(paddedLogits.AsSpan(sample * stride));
            batch.Forward(paddedLogits, padded, stride: stride);
            for (int sample = 0; sample < samples; sample++)
            {
                batch.AssertSame(batch.Destination[(sample * classes)..((sample + 1) * classes)], padded[(sample * stride)..((sample * stride) + classes)]);
                Assert.All(padded[((sample * stride) + classes)..((sample + 1) * stride)], number => Assert.Equal(Call<T>.Untouched, number));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Classes_that_are_no_neighbors_give_the_rows_of_the_formula(string name)
    {
        const int inner = 5;
        foreach (int classes in new[] { 1, 3, lanes + 1, longestShortRow + 1 })
        {
            var batch = new MapBatch<T>(RowMap.ByName(name), 2 * inner, classes);
            T[] destination = new T[batch.Logits.Length];
            batch.Forward(Transposed(batch.Logits, classes, inner), destination, inner: inner);
            for (int outer = 0; outer < 2; outer++)
            {
                for (int position = 0; position < inner; position++)
                {
                    for (int c = 0; c < classes; c++)
                        batch.Destination[((((outer * inner) + position) * classes) + c)] = destination[(((outer * classes) + c) * inner) + position];
                }
            }
            batch.AssertRows(batch.Destination);
        }
    }

    private static T[] Transposed(T[] rows, int classes, int inner)
    {
        T[] result = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            int sample = i / classes;
            result[((((sample / inner) * classes) + (i % classes)) * inner) + (sample % inner)] = rows[i];
        }
        return result;
    }
}
