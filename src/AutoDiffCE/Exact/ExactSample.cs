namespace AutoDiffCE.Exact;

/// <summary>What one sample is evaluated from.</summary>
/// <param name="Reals">The real inputs, one number or one row each.</param>
/// <param name="Labels">The integer inputs.</param>
/// <param name="Captures">What the loss captures.</param>
/// <param name="Classes">Elements in a row; 0 where there is no row.</param>
internal sealed record ExactSample(double[][] Reals, int[] Labels, Captures Captures, int Classes)
{
    /// <summary>Where the real inputs are moved to; null where they are not.</summary>
    public Shift? Shift { get; init; }

    /// <summary>An element of a real input.</summary>
    public Ball Real(BallArithmetic arithmetic, int input, int element) =>
        Shift?.Move(arithmetic, Reals[input][element], input, element) ?? Ball.Of(Reals[input][element]);
}
