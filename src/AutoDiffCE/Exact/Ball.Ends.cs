using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>The ends of a ball: exact numbers that it lies between.</content>
internal readonly partial struct Ball
{
    // The smallest exact number, or just above.
    private static readonly Ball smallest = Exactly(BigInteger.One, 1 - LargestExponent);

    /// <summary>An exact number that the absolute value does not exceed; huge where there is none.</summary>
    internal Ball End => Exactly(Largest.Mantissa, Largest.Exponent) is var end && end.IsFinite && !end.IsExact ? smallest : end;

    /// <summary>
    /// An exact number that the ball does not exceed: its end, up to 2^−digits of the midpoint where the radius is too small to be written out.
    /// </summary>
    internal Ball Upper(int digits)
    {
        if (!IsFinite || Radius.IsZero) return this;
        if (Mantissa.IsZero || Radius.Top > Top + digits)
            return End;
        if (Radius.Top <= Top - digits)
        {
            // One unit for what the midpoint loses, and one, which is at least 2^(top of the radius), for the radius.
            Int128 unit = Top - digits;
            return Exactly(Shifted(Mantissa, Exponent - unit) + 2, unit);
        }

        Int128 low = Int128.Min(Exponent, Radius.Exponent);
        return Exactly(Shifted(Mantissa, Exponent - low) + Shifted(Radius.Mantissa, Radius.Exponent - low), low);
    }

    /// <summary>An exact number that the ball does not fall below: see <see cref="Upper"/>.</summary>
    internal Ball Lower(int digits) => -(-this).Upper(digits);

    /// <summary>What the number's absolute value does not fall below; 0 where the ball does not decide the sign.</summary>
    internal Magnitude Smallest()
    {
        if (Sign is not (1 or -1)) return Magnitude.Zero;
        Ball end = Sign == 1 ? Lower(64) : Upper(64);
        return Magnitude.Below(end.Mantissa, end.Exponent);
    }

    /// <summary>The whole part of midpoint · 2^bits, rounded down; the midpoint is below 2^(2^31) or so.</summary>
    internal BigInteger ToFixed(Int128 bits) => Shifted(Mantissa, Exponent + bits);

    /// <summary>Whether the number is an exact whole one, and then whether it is odd.</summary>
    internal bool IsWhole(out bool isOdd)
    {
        isOdd = false;
        if (!IsExact) return false;
        if (Exponent > 0 || Mantissa.IsZero) return true;
        if (-Exponent > Length) return false;
        BigInteger whole = Mantissa >> (int)-Exponent;
        isOdd = !whole.IsEven;
        return whole << (int)-Exponent == Mantissa;
    }

    /// <summary>value · 2^places, rounded down.</summary>
    private static BigInteger Shifted(BigInteger value, Int128 places)
    {
        if (places >= 0) return value << (int)places;
        return places < -int.MaxValue ? (value.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero) : value >> (int)-places;
    }
}
