namespace AutoDiffCE.Exact;

/// <summary>What one sample is evaluated from.</summary>
/// <param name="Reals">The real inputs, one number or one row each.</param>
/// <param name="Labels">The integer inputs.</param>
/// <param name="Captures">What the loss captures.</param>
/// <param name="Classes">Elements in a row; 0 where there is no row.</param>
internal sealed record ExactSample(double[][] Reals, int[] Labels, Captures Captures, int Classes)
{
    /// <summary>What real inputs are where no derivative flows to them: themselves, unless differences are taken that such inputs do not follow.</summary>
    public double[][] Held { get; init; } = Reals;

    /// <summary>Whether a real input is infinite, as a mask is.</summary>
    public bool HasInfinity { get; } = Array.Exists(Reals, real => Array.Exists(real, double.IsInfinity));
}
