namespace AutoDiffCE.Checking;

/// <summary>What differences of values say about a derivative; each estimate with its error, NaN and infinite where there is none.</summary>
/// <param name="Central">From both sides at once: the derivative, or the mean of both sides at a kink.</param>
/// <param name="CentralError">How far off it may be.</param>
/// <param name="Left">From below.</param>
/// <param name="LeftError">How far off it may be.</param>
/// <param name="Right">From above.</param>
/// <param name="RightError">How far off it may be.</param>
/// <param name="Nearby">How steep the function is over the first step, which gives a scale where value and derivative are 0.</param>
internal readonly record struct NumericDerivative(
    double Central, double CentralError, double Left, double LeftError, double Right, double RightError, double Nearby)
{
    // One-sided estimates are rarely off by more than their error; eight times that on either side is a kink, and so is nothing below a millionth of them.
    private const double Certainty = 8;
    private const double Negligible = 1e-6;

    /// <summary>Whether it looked like a kink, in a function that has none.</summary>
    public bool IsBend { get; private init; }

    /// <summary>Whether the one-sided derivatives differ by more than their errors explain.</summary>
    public bool IsKink =>
        !IsBend && Math.Abs(Right - Left) > Certainty * (LeftError + RightError) + Negligible * Math.Max(Math.Abs(Left), Math.Abs(Right));

    /// <summary>The same at a sharp bend, over which steps may have jumped: no estimate is better than the three agree.</summary>
    public NumericDerivative AtBend => this with
    {
        IsBend = true,
        CentralError = CentralError + LeftError + RightError + Math.Max(Math.Abs(Central - Left), Math.Abs(Central - Right)),
    };

    /// <summary>The best estimate: central, or one-sided where the other side is out of the domain.</summary>
    public (double Value, double Error) Best =>
        double.IsFinite(CentralError) ? (Central, CentralError)
        : double.IsFinite(LeftError) ? (Left, LeftError)
        : (Right, RightError);
}
