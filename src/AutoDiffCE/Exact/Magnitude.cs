using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>
/// A bound: a number of at least 0 with 31 binary digits and an exponent of its own. Sums, products and quotients are rounded up, so that a bound of
/// bounds is one. An operation loses less than 2^−29 of the result; exponents stay far from overflow, since a ball keeps them within ±2^124.
/// </summary>
internal readonly struct Magnitude
{
    private const int Digits = 31;

    private Magnitude(uint mantissa, Int128 exponent)
    {
        Mantissa = mantissa;
        Exponent = exponent;
    }

    /// <summary>0.</summary>
    public static Magnitude Zero => default;

    /// <summary>0, or a number of exactly 31 binary digits.</summary>
    public uint Mantissa { get; }

    /// <summary>The value is mantissa · 2^exponent.</summary>
    public Int128 Exponent { get; }

    /// <summary>Whether it is exactly 0.</summary>
    public bool IsZero => Mantissa == 0;

    /// <summary>The least whole number with value &lt; 2^top; meaningless for 0.</summary>
    public Int128 Top => Exponent + Digits;

    /// <summary>2^exponent, exactly.</summary>
    public static Magnitude PowerOfTwo(Int128 exponent) => new(1u << (Digits - 1), exponent - (Digits - 1));

    /// <summary>The least magnitude that is not below |mantissa| · 2^exponent.</summary>
    public static Magnitude Above(BigInteger mantissa, Int128 exponent)
    {
        BigInteger size = BigInteger.Abs(mantissa);
        int excess = (int)size.GetBitLength() - 62;
        // What is cut off counts as one unit of the last digit, one of 62.
        return excess > 0 ? Up((ulong)(size >> excess) + 1, exponent + excess) : Up((ulong)size, exponent);
    }

    /// <summary>The largest magnitude that is not above |mantissa| · 2^exponent.</summary>
    public static Magnitude Below(BigInteger mantissa, Int128 exponent)
    {
        if (mantissa.IsZero) return Zero;
        BigInteger size = BigInteger.Abs(mantissa);
        int excess = (int)size.GetBitLength() - Digits;
        return new Magnitude(excess > 0 ? (uint)(size >> excess) : (uint)size << -excess, exponent + excess);
    }

    public static Magnitude operator +(Magnitude x, Magnitude y)
    {
        if (x.IsZero) return y;
        if (y.IsZero) return x;
        if (x.Exponent < y.Exponent) (x, y) = (y, x);
        Int128 distance = x.Exponent - y.Exponent;
        ulong raised = distance > Digits ? 1 : (y.Mantissa + (1ul << (int)distance) - 1) >> (int)distance;
        return Up(x.Mantissa + raised, x.Exponent);
    }

    public static Magnitude operator *(Magnitude x, Magnitude y) => Up((ulong)x.Mantissa * y.Mantissa, x.Exponent + y.Exponent);

    public static bool operator >(Magnitude x, Magnitude y) => y < x;

    public static bool operator <(Magnitude x, Magnitude y)
    {
        if (x.IsZero || y.IsZero) return !y.IsZero;
        return x.Exponent != y.Exponent ? x.Exponent < y.Exponent : x.Mantissa < y.Mantissa;
    }

    /// <summary>This divided by what is at least the divisor, which is not 0.</summary>
    public Magnitude DividedBy(Magnitude divisor) =>
        IsZero ? this : Up(((ulong)Mantissa << Digits) / divisor.Mantissa + 1, Exponent - divisor.Exponent - Digits);

    /// <summary>This · 2^places, exactly.</summary>
    public Magnitude Scaled(Int128 places) => new(Mantissa, Exponent + places);

    /// <summary>The least magnitude that is not below mantissa · 2^exponent, for a mantissa below 2^63.</summary>
    private static Magnitude Up(ulong mantissa, Int128 exponent)
    {
        if (mantissa == 0) return Zero;
        int excess = 64 - BitOperations.LeadingZeroCount(mantissa) - Digits;
        if (excess <= 0) return new Magnitude((uint)mantissa << -excess, exponent + excess);
        ulong raised = (mantissa + (1ul << excess) - 1) >> excess;
        // Rounding up may have carried into one digit more.
        return raised >> Digits == 0 ? new Magnitude((uint)raised, exponent + excess) : new Magnitude((uint)(raised >> 1), exponent + excess + 1);
    }
}
