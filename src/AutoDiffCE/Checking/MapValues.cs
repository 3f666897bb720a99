using System.Numerics;

namespace AutoDiffCE.Checking;

/// <summary>A map from rows to rows, or of each number to another: the generated <c>Values</c>, or the forward half of a layer.</summary>
/// <typeparam name="T">float or double: the precision in which it is computed.</typeparam>
/// <param name="input">One row per sample.</param>
/// <param name="destination">One row per sample, too; overwritten.</param>
/// <param name="options">The classes: how many numbers make a row of the input. A layer that knows better need not look.</param>
public delegate void MapValues<T>(ReadOnlySpan<T> input, Span<T> destination, BatchOptions<T> options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
