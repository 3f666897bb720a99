using System.Globalization;
using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>What a ball is as a number of a floating-point type.</content>
internal readonly partial struct Ball
{
    // Ends are rounded outwards to so many digits before they are rounded to the type: far more than its 53, so that it almost never matters.
    private const int EndDigits = 160;

    /// <summary>
    /// Whether the ball decides the number to within one unit in the last place: both of its ends round to the same or to adjacent doubles.
    /// What is certainly smaller than half the smallest subnormal is 0, what is certainly beyond the largest number is ±∞, an exact infinity is itself.
    /// </summary>
    /// <param name="nearest">The double nearest to the midpoint; NaN where nothing is known.</param>
    public bool TryToDouble(out double nearest)
    {
        nearest = ToDouble();
        if (!IsFinite) return !IsUndefined;
        return IsExact || double.BitIncrement(Lower(EndDigits).ToDouble()) >= Upper(EndDigits).ToDouble();
    }

    /// <summary>The same as <see cref="TryToDouble"/>, for floats.</summary>
    /// <param name="nearest">The float nearest to the midpoint; NaN where nothing is known.</param>
    public bool TryToSingle(out float nearest)
    {
        nearest = ToSingle();
        if (!IsFinite) return !IsUndefined;
        return IsExact || float.BitIncrement(Lower(EndDigits).ToSingle()) >= Upper(EndDigits).ToSingle();
    }

    /// <summary>The double nearest to the midpoint, ties to even; NaN for what is unknown.</summary>
    public double ToDouble() => IsFinite ? Nearest(53, -1074, 1024) : Limit;

    /// <summary>Midpoint and radius, for display.</summary>
    public override string ToString() => IsFinite && !IsExact
        ? string.Create(CultureInfo.InvariantCulture, $"{ToDouble():R} ± 2^{Radius.Top}")
        : ToDouble().ToString("R", CultureInfo.InvariantCulture);

    private double Limit => Kind switch
    {
        BallKind.PositiveInfinity or BallKind.Huge => double.PositiveInfinity,
        BallKind.NegativeInfinity or BallKind.NegativeHuge => double.NegativeInfinity,
        _ => double.NaN,
    };

    /// <summary>The float nearest to the midpoint, ties to even; NaN for what is unknown.</summary>
    private float ToSingle() => (float)(IsFinite ? Nearest(24, -149, 128) : Limit);

    /// <summary>
    /// The number nearest to the midpoint, ties to even, among those of so many digits that are multiples of 2^lowest and below 2^highest; ±∞ beyond.
    /// </summary>
    private double Nearest(int digits, int lowest, int highest)
    {
        Int128 top = Top;
        if (Mantissa.IsZero || top < lowest) return 0;
        if (top > highest) return Mantissa.Sign * double.PositiveInfinity;

        BigInteger size = BigInteger.Abs(Mantissa);
        // Subnormal numbers have fewer digits; what lies between half of the smallest one and itself has none.
        int dropped = Length - (int)Int128.Min(digits, top - lowest);
        if (dropped > 0)
        {
            BigInteger half = BigInteger.One << (dropped - 1);
            BigInteger rest = size & ((half << 1) - 1);
            size >>= dropped;
            if (rest > half || (rest == half && !size.IsEven)) size += 1;
        }
        double nearest = Math.ScaleB((double)size, (int)(Exponent + Math.Max(dropped, 0)));
        // Rounding may have reached the power of two that is beyond the largest number.
        return Mantissa.Sign * (nearest < Math.ScaleB(1, highest - 1) * 2 ? nearest : double.PositiveInfinity);
    }
}
