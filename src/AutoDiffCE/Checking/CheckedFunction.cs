namespace AutoDiffCE.Checking;

/// <summary>A value of a batch, and the gradient that is said to be its gradient.</summary>
internal sealed class CheckedFunction
{
    /// <summary>What stands in the report.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The value at a point as far as one sample contributes to it (so that an infinite sample does not hide the others), or all of it for sample −1.
    /// </summary>
    public required Func<double[], int, double> Value { get; init; }

    /// <summary>
    /// Of a formula with parts that no derivative flows to: the same value while these stay as they are at a point, as the gradient has it; null of any other.
    /// </summary>
    public Func<double[], Func<double[], int, double>>? Holding { get; init; }

    /// <summary>Writes the gradient at a point.</summary>
    public required Action<double[], double[]> Gradient { get; init; }

    /// <summary>Where samples and classes are.</summary>
    public required ElementLayout Layout { get; init; }

    /// <summary>Whether it is known to have no kinks.</summary>
    public bool IsSmooth { get; init; }

    /// <summary>What belongs to a sample beside its row.</summary>
    public Func<int, string> Describe { get; init; } = _ => "";

    /// <summary>The value of which the gradient at a point is the gradient.</summary>
    public Func<double[], int, double> ValueAround(double[] point) => Holding?.Invoke([.. point]) ?? Value;

    /// <summary>The gradient at a point, in a span that was full of NaN.</summary>
    public double[] GradientAt(double[] point)
    {
        double[] gradient = new double[point.Length];
        gradient.AsSpan().Fill(double.NaN);
        Gradient(point, gradient);
        return gradient;
    }
}
