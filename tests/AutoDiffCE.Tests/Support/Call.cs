using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>All that one call of a generated member may be given; each member takes its part.</summary>
internal sealed record Call<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A number that no result is, where none has been written.</summary>
    public static readonly T Untouched = T.CreateTruncating(12345.625);

    public required T[][] Inputs { get; init; }

    public int[] Label { get; init; } = [];

    public T[] Upstream { get; init; } = [];

    public T[] SampleWeights { get; init; } = [];

    public double? Normalizer { get; init; }

    public int Classes { get; init; }

    public int Threads { get; init; }

    public int RowStride { get; init; }

    public int Inner { get; init; }

    /// <summary>One per sample.</summary>
    public T[] Destination { get; init; } = [];

    /// <summary>One for each input; empty where the input has none.</summary>
    public T[][] Gradients { get; init; } = [];

    public BatchOptions<T> Options => new()
    {
        SampleWeights = SampleWeights,
        Normalizer = Normalizer,
        Classes = Classes,
        DegreeOfParallelism = Threads,
        RowStride = RowStride,
        Inner = Inner,
    };

    public static T Number(double value) => T.CreateTruncating(value);

    public static T[] Numbers(IEnumerable<double> values) => [.. values.Select(Number)];

    public static T[] Marked(int count)
    {
        var numbers = new T[count];
        Array.Fill(numbers, Untouched);
        return numbers;
    }

    /// <summary>The same call with destinations of its own, in which nothing has been written.</summary>
    public Call<T> Fresh(int samples) => this with
    {
        Destination = Marked(samples),
        Gradients = [.. Inputs.Select(input => Marked(input.Length))],
    };
}
