using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The error function and its complement.</content>
internal sealed partial class BallArithmetic
{
    // The least term of the asymptotic expansion is about e^(−x²) = 2^(−1.44 x²): it reaches the precision for x² above 0.7 of it, with a margin here.
    private const double AsymptoticSquare = 0.75;

    // From 2^20 on, x² is beyond 0.75 of whatever precision, and is not to be squared as a double.
    private const int FarTop = 20;

    // From 2^64 on, e^(−x²) is below 2^(−1.44 · 2^128), which no ball tells from 0.
    private const int BeyondTop = 64;

    /// <summary>2/√π ∫₀ˣ e^−t² dt.</summary>
    public Ball Erf(Ball x) =>
        x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.ErfOfExact(end)) : Limits(x, -Ball.One, Ball.One);

    /// <summary>1 − erf x, to full relative accuracy where it is small.</summary>
    public Ball Erfc(Ball x) =>
        (x.IsFinite ? Monotone(x, static (arithmetic, end) => arithmetic.ErfcOfExact(end)) : Limits(x, Ball.Exactly(2, 0), Ball.Zero)).NotNegative();

    private Ball ErfOfExact(Ball x)
    {
        if (x.IsZero) return x;
        if (x.Mantissa.Sign < 0) return -ErfOfExact(-x);
        // Of the small complement few digits matter.
        return IsFar(x) ? Subtract(Ball.One, new BallArithmetic(MinPrecision).ErfcByExpansion(x)) : ErfBySeries(x);
    }

    private Ball ErfcOfExact(Ball x)
    {
        if (x.IsZero) return Ball.One;
        if (x.Mantissa.Sign < 0) return Add(Ball.One, ErfOfExact(-x));
        if (IsFar(x)) return ErfcByExpansion(x);

        // erfc x > e^(−x²)/(√π (x + 1)): 1.443 x² bits of the difference cancel, and log2(√π (x + 1)), which is below 8 for all that is not far.
        double value = x.ToDouble();
        BallArithmetic inner = WithMore((int)(1.45 * value * value) + 12);
        return Subtract(Ball.One, inner.ErfBySeries(x)).Rounded(precision);
    }

    private bool IsFar(Ball x)
    {
        if (x.Top > FarTop) return true;
        double value = x.ToDouble();
        return value * value > AsymptoticSquare * precision;
    }

    /// <summary>erf x = 2x/√π e^(−x²) Σ (2x²)^n / (1 · 3 ⋯ (2n + 1)) for x &gt; 0: all terms are positive, nothing cancels.</summary>
    private Ball ErfBySeries(Ball x)
    {
        int bits = precision + 24;
        Ball square = Square(x);
        BigInteger sum = Series.ErfSum(square.Scaled(1).ToFixed(bits), bits, out long error);
        Magnitude lost = Magnitude.Above(sum, -bits) * Magnitude.Above(error, -bits);
        Ball series = Multiply(x.Scaled(1), Ball.Create(sum, -bits, lost));
        return Divide(Multiply(series, Exp(-square)), RootOfPi());
    }

    /// <summary>erfc x = e^(−x²)/(x √π) (1 − 1/(2x²) + 1 · 3/(2x²)² − ⋯) for x &gt; 0 that is far from 0.</summary>
    private Ball ErfcByExpansion(Ball x)
    {
        if (x.Top > BeyondTop) return Ball.Tiny;
        Ball square = Square(x);
        return Divide(Multiply(TailSeries(square.Scaled(1)), Exp(-square)), Multiply(x, RootOfPi()));
    }

    /// <summary>1 − 1/s + 1 · 3/s² − ⋯ for exact s = 2x², which is large.</summary>
    private Ball TailSeries(Ball twofoldSquare)
    {
        // 1/s in units of 2^−bits; 0 where it is below one.
        int bits = precision + 40;
        Int128 places = bits - twofoldSquare.Exponent;
        BigInteger inverse = places < 0 ? BigInteger.Zero : (BigInteger.One << (int)places) / twofoldSquare.Mantissa;
        // The ratio of the n-th term to the one before, (2n − 1)/s, is below 1 up to n = s/2.
        long end = twofoldSquare.Top > 2 * FarTop ? long.MaxValue : (long)(0.5 * twofoldSquare.ToDouble());

        BigInteger sum = Series.ErfcAsymptotic(inverse, bits, end, out BigInteger error);
        return Ball.Create(sum, -bits, Magnitude.Above(error, -bits));
    }

    /// <summary>The square of an exact number, exactly, unless it is too small for its exponent.</summary>
    private static Ball Square(Ball x) => Ball.Exactly(x.Mantissa * x.Mantissa, 2 * x.Exponent);

    /// <summary>√π.</summary>
    public Ball RootOfPi()
    {
        int bits = precision + 8;
        return Fixed(Constants.RootOfPi(bits), bits, 1);
    }
}
