namespace AutoDiffCE.Checking;

/// <summary>Compares derivatives with what differences of values say.</summary>
/// <param name="tolerance">The relative error that passes, beside the error of the differences themselves.</param>
internal sealed class Judge(double tolerance)
{
    // The error estimate of an extrapolation is the change in its last step, which its error seldom exceeds; four times that never did.
    private const double Certainty = 4;

    // Differences that are worse than this part of the gradient cannot tell a right derivative from a wrong one.
    private const double Usable = 1e-4;

    // A derivative is a sum of terms as large as the others of its sample, each rounded: where they cancel, what is left of it is their rounding.
    private const double Rounding = 16 * TwinCheck.DoubleRounding;

    // A difference quotient that changes by a tenth from step to step grows like a power of the step: the derivative is infinite.
    private const double Diverges = 0.1;

    /// <summary>The verdict on one derivative.</summary>
    /// <param name="analytic">The derivative under test.</param>
    /// <param name="numeric">What differences say.</param>
    /// <param name="value">The value at the point.</param>
    /// <param name="size">The size of derivatives that matter: the largest of the gradient.</param>
    /// <param name="sampleSize">The largest derivative of the sample.</param>
    /// <returns>The verdict, the number it was compared with, and the relative error.</returns>
    public (GradientVerdict Verdict, double Expected, double Error) Decide(double analytic, NumericDerivative numeric, double value, double size, double sampleSize)
    {
        (double expected, double uncertainty) = numeric.Best;
        if (double.IsNaN(analytic)) return (GradientVerdict.Disagrees, expected, double.PositiveInfinity);
        if (double.IsInfinity(value)) return (GradientVerdict.NotFinite, double.NaN, 0);
        if (double.IsNaN(value) || double.IsInfinity(uncertainty)) return (GradientVerdict.Undetermined, expected, double.NaN);
        if (double.IsInfinity(analytic)) return DecideInfinite(analytic, expected, uncertainty);
        if (numeric.IsKink) return DecideKink(analytic, numeric);

        double largest = Math.Max(Math.Abs(analytic), Math.Abs(expected));
        double difference = Math.Abs(analytic - expected);
        // What passes has an error up to the tolerance, also where uncertainty or rounding let it pass.
        double error = difference == 0 ? 0 : difference / (largest + (Certainty * uncertainty + Rounding * sampleSize) / tolerance);
        if (!(error <= tolerance)) return (GradientVerdict.Disagrees, expected, error);
        bool isUsable = uncertainty <= Usable * Math.Max(Math.Max(size, largest), Math.Max(Math.Abs(value), numeric.Nearby));
        return (isUsable ? GradientVerdict.Agrees : GradientVerdict.Undetermined, expected, error);
    }

    private static (GradientVerdict, double, double) DecideInfinite(double analytic, double expected, double uncertainty)
    {
        bool grows = uncertainty > Diverges * Math.Abs(expected) && double.IsNegative(analytic) == double.IsNegative(expected);
        return grows ? (GradientVerdict.NotFinite, expected, 0) : (GradientVerdict.Disagrees, expected, double.PositiveInfinity);
    }

    // Every convention for a kink, ours for ties and absolute values among them, gives a number between the derivatives of both sides.
    private (GradientVerdict, double, double) DecideKink(double analytic, NumericDerivative numeric)
    {
        double low = Math.Min(numeric.Left, numeric.Right);
        double high = Math.Max(numeric.Left, numeric.Right);
        double beyond = Math.Max(0, Math.Max(low - analytic, analytic - high));
        double largest = Math.Max(Math.Abs(analytic), Math.Max(Math.Abs(low), Math.Abs(high)));
        double allowed = tolerance * largest + Certainty * (numeric.LeftError + numeric.RightError);
        double nearest = Math.Clamp(analytic, low, high);
        return beyond <= allowed
            ? (GradientVerdict.Kink, nearest, 0)
            : (GradientVerdict.Disagrees, nearest, beyond / largest);
    }
}
