namespace AutoDiffCE.Checking;

/// <summary>
/// One input of a batch, as <see cref="GradientCheck"/> takes them: the numbers or the labels of all samples, one behind the other. Arrays convert to it, so that
/// a batch is <c>[anchor, positive, negative]</c>.
/// </summary>
public readonly struct BatchInput
{
    private BatchInput(double[]? numbers, int[]? labels) => (Numbers, Labels) = (numbers, labels);

    /// <summary>The numbers of a floating-point input; null for labels.</summary>
    internal double[]? Numbers { get; }

    /// <summary>The labels, or what else is an integer of each sample; null for numbers.</summary>
    internal int[]? Labels { get; }

    /// <summary>A floating-point input; the numbers are rounded to float, so that both precisions are asked the same question.</summary>
    /// <param name="numbers">One scalar per sample, or one row.</param>
    public static implicit operator BatchInput(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new(TwinPoint.Rounded(numbers), null);
    }

    /// <summary>A floating-point input.</summary>
    /// <param name="numbers">One scalar per sample, or one row.</param>
    public static implicit operator BatchInput(float[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new(TwinPoint.ToDouble(numbers), null);
    }

    /// <summary>Labels, or what else is an integer of each sample.</summary>
    /// <param name="labels">One per sample.</param>
    public static implicit operator BatchInput(int[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new(null, [.. labels]);
    }
}
