namespace AutoDiffCE.Tests.Simd;

/// <summary>mantissa · 2^exponent: a result that double could not hold to full precision, being huge or subnormal.</summary>
internal readonly record struct ScaledNumber(DoubleDouble Mantissa, int Exponent)
{
    /// <summary>The number itself, where double can hold it.</summary>
    public DoubleDouble ToDoubleDouble() => Mantissa.Scale(Exponent);

    /// <summary>How far a double is from this number, in units of the last place of a double of this size.</summary>
    public double Distance(double result)
    {
        if (Mantissa.High == 0) return result == 0 ? 0 : double.PositiveInfinity;

        // The largest power of two that infinity stands for here, so that a result just short of it is not infinitely wrong.
        double scaled = double.IsInfinity(result)
            ? Math.CopySign(Math.ScaleB(1, 1024 - Exponent), result)
            : Math.ScaleB(result, -Exponent);
        double lastPlace = Math.ScaleB(1, Math.Max(Math.ILogB(Mantissa.High) - 52, -1074 - Exponent));
        return Math.Abs(scaled - Mantissa.High - Mantissa.Low) / lastPlace;
    }
}
