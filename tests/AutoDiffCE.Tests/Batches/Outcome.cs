using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE.Tests.Batches;

/// <summary>What a call wrote and returned. Destinations start as a marker that no result has.</summary>
internal sealed class Outcome<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static readonly T Untouched = T.CreateTruncating(12345.625);

    public Outcome(int elements, int samples)
    {
        LogitsGradient = Marked(elements);
        ScaleGradient = Marked(samples);
        Values = Marked(samples);
    }

    public BatchResult Result { get; set; }

    public T[] LogitsGradient { get; }

    public T[] ScaleGradient { get; }

    public T[] Values { get; }

    public static T[] Marked(int count)
    {
        var numbers = new T[count];
        Array.Fill(numbers, Untouched);
        return numbers;
    }
}
