using System.Numerics;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <summary>
/// A number of 1600 bits, mantissa · 2^exponent: so many that 1 + e^−700 is not 1, and that a difference quotient of step 2^−400 has
/// the digits of a double to spare. Infinities and NaN are as in double; there is no overflow and no underflow before them.
/// </summary>
internal readonly partial record struct Real : IComparable<Real>
{
    public const int Precision = 1600;

    private readonly BigInteger mantissa;
    private readonly long exponent;
    // 0 for numbers; ±∞ and NaN as themselves
    private readonly double special;

    private Real(BigInteger mantissa, long exponent)
    {
        long excess = (long)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        if (excess > 0)
        {
            mantissa >>= (int)excess;
            exponent += excess;
        }
        // One representation for each number, so that equality is equality.
        int zeros = mantissa.IsZero || !mantissa.IsEven ? 0 : (int)BigInteger.TrailingZeroCount(mantissa);
        this.mantissa = mantissa >> zeros;
        this.exponent = mantissa.IsZero ? 0 : exponent + zeros;
    }

    private Real(double special) => this.special = special;

    public static Real Zero => default;

    public static Real One { get; } = new(BigInteger.One, 0);

    public static Real NaN { get; } = new(double.NaN);

    public static Real PositiveInfinity { get; } = new(double.PositiveInfinity);

    public static Real NegativeInfinity { get; } = new(double.NegativeInfinity);

    public bool IsFinite => special == 0;

    public bool IsNaN => double.IsNaN(special);

    public bool IsZero => IsFinite && mantissa.IsZero;

    public int Sign => IsNaN ? 0 : IsFinite ? mantissa.Sign : Math.Sign(special);

    public static Real PowerOfTwo(int exponent) => new(BigInteger.One, exponent);

    public static implicit operator Real(double value)
    {
        if (!double.IsFinite(value))
            return new Real(value);
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52 & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger magnitude = biased == 0 ? fraction : fraction | 1L << 52;
        return new Real(value < 0 ? -magnitude : magnitude, Math.Max(biased, 1) - 1075);
    }

    /// <summary>The nearest double, ties to even.</summary>
    public double ToDouble()
    {
        if (!IsFinite || mantissa.IsZero)
            return special;
        BigInteger magnitude = BigInteger.Abs(mantissa);
        long length = (long)magnitude.GetBitLength();
        long top = exponent + length;
        if (top > 1024)
            return Sign * double.PositiveInfinity;
        if (top < -1075)
            return 0;
        // 53 bits, fewer where the result is subnormal
        long kept = Math.Min(53, top + 1074);
        long dropped = length - kept;
        if (dropped > 0)
        {
            BigInteger half = BigInteger.One << (int)(dropped - 1);
            BigInteger rest = magnitude & ((half << 1) - 1);
            magnitude >>= (int)dropped;
            if (rest > half || (rest == half && !magnitude.IsEven))
                magnitude += 1;
        }
        return Sign * Math.ScaleB((double)magnitude, (int)(exponent + Math.Max(dropped, 0)));
    }

    public static Real operator -(Real x) => x.IsFinite ? new Real(-x.mantissa, x.exponent) : new Real(-x.special);

    public static Real operator +(Real x, Real y)
    {
        if (!x.IsFinite || !y.IsFinite)
            return new Real(x.special + y.special);
        if (x.IsZero || y.IsZero)
            return x.IsZero ? y : x;
        // What lies below the last bit of the other is lost anyway.
        if (x.Top - y.Top > Precision + 8)
            return x;
        if (y.Top - x.Top > Precision + 8)
            return y;
        long low = Math.Min(x.exponent, y.exponent);
        return new Real((x.mantissa << (int)(x.exponent - low)) + (y.mantissa << (int)(y.exponent - low)), low);
    }

    public static Real operator -(Real x, Real y) => x + -y;

    public static Real operator *(Real x, Real y) =>
        x.IsFinite && y.IsFinite ? new Real(x.mantissa * y.mantissa, x.exponent + y.exponent) : new Real(x.AsFactor * y.AsFactor);

    public static Real operator /(Real x, Real y)
    {
        if (!x.IsFinite || !y.IsFinite || y.IsZero)
            return new Real(x.AsFactor / y.AsFactor) is { special: not 0 } limit ? limit : Zero;
        int shift = (int)Math.Max(0, Precision + 2 + (y.Top - y.exponent) - (x.Top - x.exponent));
        return new Real((x.mantissa << shift) / y.mantissa, x.exponent - y.exponent - shift);
    }

    public static bool operator <(Real x, Real y) => !x.IsNaN && !y.IsNaN && x.CompareTo(y) < 0;

    public static bool operator >(Real x, Real y) => y < x;

    public static bool operator <=(Real x, Real y) => !x.IsNaN && !y.IsNaN && x.CompareTo(y) <= 0;

    public static bool operator >=(Real x, Real y) => y <= x;

    public int CompareTo(Real other) =>
        IsFinite && other.IsFinite ? (this - other).Sign : (IsFinite ? 0 : special).CompareTo(other.IsFinite ? 0 : other.special);

    public static Real Abs(Real x) => x.Sign < 0 ? -x : x;

    public override string ToString() => ToDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private long Top => exponent + (long)BigInteger.Abs(mantissa).GetBitLength();

    private double AsFactor => IsFinite ? mantissa.Sign : special;
}
