namespace AutoDiffCE.Checking;

// Maps from rows to rows: each is checked under a random upstream u, by which it becomes a function, Σ u·f(x), whose gradient flows back.
public sealed partial class GradientCheck
{
    /// <summary>Checks what flows back through a map: an activation, a formula that returns a row, a layer written by hand.</summary>
    /// <param name="map">The map.</param>
    /// <param name="point">Where to check it: one row per sample; rounded to float if there is a twin.</param>
    /// <param name="classes">How many numbers make a row, at least 1; 1 for an activation of single numbers.</param>
    /// <param name="twin">The same map in float, to be compared at the same point; null for none.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The point is not made of whole rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes.</exception>
    /// <remarks>
    /// Of an activation, every member in both precisions:
    /// <code>
    /// var gelu = new GeluActivation();
    /// new GradientCheck().CheckMap(
    ///     new(gelu.Values, gelu.Backward, gelu.ValuesAndGradient), input,
    ///     twin: new(gelu.Values, gelu.Backward, gelu.ValuesAndGradient)).Assert();
    /// </code>
    /// </remarks>
    public GradientReport CheckMap(
        DifferentiableMap<double> map, ReadOnlySpan<double> point, int classes = 1, DifferentiableMap<float>? twin = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (point.Length % classes != 0)
            throw new ArgumentException($"The point has {point.Length} elements, which is not a multiple of {classes} classes.", nameof(point));
        var random = new Random(Seed);
        double[] numbers = twin is null ? point.ToArray() : TwinPoint.Rounded(point);
        var layout = new ElementLayout(classes);
        var comparison = new MapComparison(map, twin, layout, numbers, new TwinCheck(FloatUnits), random);
        return CheckPoint("Gradient of a map", comparison, numbers, layout, random);
    }

    /// <summary>
    /// Checks what flows back through a map at extreme rows: ±88, ±1e4, ties, one class alone, and all but one or two classes at −∞, as far as
    /// <see cref="Lowest"/> and <see cref="Highest"/> let them.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="classes">How many numbers make a row, at least 1; 1 for an activation of single numbers.</param>
    /// <param name="twin">The same map in float; null for none.</param>
    /// <returns>
    /// The report. What is finite must agree with differences of values, and float with double; no gradient may be NaN unless the values are; a row
    /// with −∞ must give what very negative numbers in place of −∞ tend to, where they tend to anything.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no classes.</exception>
    public GradientReport CheckMapExtremes(DifferentiableMap<double> map, int classes = 1, DifferentiableMap<float>? twin = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var random = new Random(Seed);
        var layout = new ElementLayout(classes);
        var twins = new TwinCheck(FloatUnits);
        return CheckPoints(
            "Gradient of a map",
            Extremes(classes).Select(row => new ExtremePoint(row, new MapComparison(map, twin, layout, row, twins, random), "")),
            classes,
            random);
    }
}
