namespace AutoDiffCE.Checking;

/// <summary>Differentiates a function of one number at 0 by differences over a sweep of steps.</summary>
internal static class StepSweep
{
    // The first step, in units of the input or of 1, whichever is larger: as long as the features of most losses.
    private const double FirstStep = 0.125;
    private const double StepRatio = 4;

    // A power of two each, so that x ± h is exact where the exponent of x stays the same.
    private const int Steps = 40;

    // Seven quotients make one-sided estimates good enough to tell a kink, and 2⁻⁹ is smaller than any feature of a loss of numbers around 1.
    private const int MinSteps = 7;
    private const double LargestLastStep = 1.0 / 512;

    // A value is taken to be right to two units in the last place (2⁻⁵² each), the point to one.
    private const double ValueRounding = 4 * UnitRoundoff;
    private const double UnitRoundoff = 1.0 / (1L << 52);

    // Over a step so small a function is straight, or bends by next to nothing: what is not is noise. A few hundred numbers lie within it.
    private const double NoiseStep = 256 * UnitRoundoff;
    private const int NoiseSteps = 4;

    /// <summary>The derivatives at 0.</summary>
    /// <param name="along">The function.</param>
    /// <param name="size">How large the number is that is moved; its rounding makes noise, too.</param>
    /// <param name="isSmooth">Whether it is known to have no kinks, so that sides that differ ask for smaller steps.</param>
    /// <param name="valueNoise">What <see cref="NoiseOf"/> gave; 0 where values are taken to be right to their last places.</param>
    public static NumericDerivative Differentiate(Func<double, double> along, double size, bool isSmooth, double valueNoise = 0)
    {
        var central = new Extrapolation(StepRatio * StepRatio);
        var left = new Extrapolation(StepRatio);
        var right = new Extrapolation(StepRatio);
        double middle = along(0);
        double nearby = 0;
        bool isBend = false;
        NumericDerivative Found() => new(central.Estimate, central.Error, left.Estimate, left.Error, right.Estimate, right.Error, nearby);
        double step = FirstStep * UnitOf(size);
        for (int i = 0; i < Steps; i++, step /= StepRatio)
        {
            double below = along(-step);
            double above = along(step);
            double quotient = (above - below) / (2 * step);
            double largest = Math.Max(SizeOf(middle), Math.Max(SizeOf(below), SizeOf(above)));
            double noise = (Math.Max(valueNoise, ValueRounding * largest) + UnitRoundoff * size * SizeOf(quotient)) / step;
            // One-sided quotients have half the span for the same error.
            double sideNoise = 2 * noise;
            // Smaller steps only make more noise than the estimates have errors.
            bool isNoise = i >= MinSteps && step <= LargestLastStep && noise >= central.Error && sideNoise >= Math.Min(left.Error, right.Error);
            // What looks like a kink and is none is a sharper bend, and shows at smaller steps, down to the next number.
            isBend |= isSmooth && isNoise && Found().IsKink;
            if (isNoise && !(isBend && step > StepRatio * UnitRoundoff * size)) break;
            if (i == 0) nearby = Math.Max(SizeOf(middle - below), SizeOf(above - middle)) / step;
            Add(central, quotient, noise);
            Add(left, (middle - below) / step, sideNoise);
            Add(right, (above - middle) / step, sideNoise);
        }

        return isBend || (isSmooth && Found().IsKink) ? Found().AtBend : Found();
    }

    /// <summary>By how much values differ from a straight line through them where they lie next to each other: the noise that they have.</summary>
    /// <param name="along">The function.</param>
    /// <param name="size">How large the number is that is moved.</param>
    public static double NoiseOf(Func<double, double> along, double size)
    {
        double middle = along(0);
        double noise = 0;
        for (int i = 1; i <= NoiseSteps; i++)
        {
            double step = i * NoiseStep * UnitOf(size);
            noise = Math.Max(noise, SizeOf(along(step) - middle - (middle - along(-step))));
        }

        return noise;
    }

    private static double UnitOf(double size) => Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(1, size))));

    private static void Add(Extrapolation extrapolation, double quotient, double noise)
    {
        if (double.IsFinite(quotient)) extrapolation.Add(quotient, noise);
        else extrapolation.Restart();
    }

    private static double SizeOf(double number) => double.IsFinite(number) ? Math.Abs(number) : 0;
}
