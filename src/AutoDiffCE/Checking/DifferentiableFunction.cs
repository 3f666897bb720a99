using System.Numerics;

namespace AutoDiffCE.Checking;

/// <summary>A function of many numbers that gives its value and its gradient: a loss, a layer under a loss, a whole network.</summary>
/// <typeparam name="T">float or double: the precision in which it is computed.</typeparam>
/// <param name="point">Where it is evaluated.</param>
/// <param name="gradient">
/// As long as <paramref name="point"/>: the derivative of the value by each of its numbers. It is to be overwritten, not added to; it comes full of
/// NaN, so that an element nobody writes does not go unnoticed.
/// </param>
/// <returns>The value. Two calls at one point must give the same.</returns>
public delegate T DifferentiableFunction<T>(ReadOnlySpan<T> point, Span<T> gradient)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
