using System.Numerics;

namespace AutoDiffCE.Checking;

/// <summary>The vector-Jacobian product of a map: the generated <c>Backward</c>, or the backward half of a layer.</summary>
/// <typeparam name="T">float or double: the precision in which it is computed.</typeparam>
/// <param name="input">Where the map is differentiated: one row per sample.</param>
/// <param name="upstream">As long as what the map gives: the derivative of the end result by each of its numbers.</param>
/// <param name="gradient">As long as <paramref name="input"/>: the derivative of the end result by each of its numbers; overwritten.</param>
/// <param name="options">The classes: how many numbers make a row of the input. A layer that knows better need not look.</param>
public delegate void MapBackward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> gradient, BatchOptions<T> options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
