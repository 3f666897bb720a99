using System.Numerics;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>The arguments of a call to a generated member.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Call<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The real inputs, in order.</summary>
    public required T[][] Reals { get; init; }

    /// <summary>The integers, in order.</summary>
    public required int[][] Wholes { get; init; }

    /// <summary>A gradient for each input that is differentiated, in order.</summary>
    public T[][] Gradients { get; init; } = [];

    /// <summary>A factor for each sample; for a formula that gives rows, for each element.</summary>
    public T[] Upstream { get; init; } = [];

    /// <summary>What values are written to.</summary>
    public T[] Destination { get; init; } = [];

    /// <summary>A weight for each sample, or none.</summary>
    public T[] SampleWeights { get; init; } = [];

    /// <summary>The elements of a row; 0 where there is none.</summary>
    public int Classes { get; init; }

    /// <summary>The options of the call.</summary>
    public BatchOptions<T> Options => new() { Classes = Classes, SampleWeights = SampleWeights };
}
