using System.Numerics;

namespace AutoDiffCE.Checking;

/// <summary>A loss with all of a batch but the numbers its gradient is taken by: the members every shape of loss has, over those.</summary>
internal interface ILossBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    Loss Loss { get; }

    T Value(ReadOnlySpan<T> input);

    T ValueAndGradient(ReadOnlySpan<T> input, Span<T> gradient);

    void Values(ReadOnlySpan<T> input, Span<T> destination);

    void ValuesAndGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> destination, Span<T> gradient);

    void Backward(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> gradient);

    /// <summary>The same batch with its numbers held, where no derivative flows to them, at those of a point.</summary>
    ILossBatch<double> HoldingAt(double[] point);

    /// <summary>The same batch with its other numbers, such as targets, off by a unit in the last place of a float.</summary>
    ILossBatch<double> OffByOneUnit(Random random);
}
