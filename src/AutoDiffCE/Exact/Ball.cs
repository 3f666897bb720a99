using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>
/// A real number that is only known to lie in [midpoint − radius, midpoint + radius]; or one that is larger than all such numbers in size; or an exact ±∞;
/// or unknown: nothing is known of it.
/// Midpoint and radius have exponents of their own within ±2^124, so that neither overflow nor underflow is met in practice.
/// The default is exactly 0.
/// </summary>
internal readonly partial struct Ball
{
    /// <summary>
    /// A number that reaches 2^(2^124) is <see cref="Huge"/>. What is smaller than 2^(−2^124) is a ball of that radius around 0.
    /// Four such exponents can be added without overflow.
    /// </summary>
    public static Int128 LargestExponent => new(1ul << 60, 0);

    // Of radii below 2^(−2^124) there is one, which is that of what is negligible: far below the product of any two that are not, and far enough above the
    // least exponent for two of them to be multiplied.
    private static Int128 NegligibleExponent => -7 * (LargestExponent >> 1);

    // A negligible number, times one that is in range, is negligible.
    private static Int128 TopOfNegligible => -9 * (LargestExponent >> 2);

    // Whether what is huge was made of numbers in range, by sums, products, quotients and at most one exponential.
    private readonly bool isBoundedHuge;

    // Whether the number is known not to be negative, where the ball holds negative numbers, too.
    private readonly bool isNotNegative;

    private Ball(BallKind kind, bool isBounded = false)
    {
        Kind = kind;
        isBoundedHuge = isBounded;
    }

    private Ball(BigInteger mantissa, Int128 exponent, Magnitude radius, bool isNotNegative = false, int sideOfZero = 0)
    {
        this.isNotNegative = isNotNegative;
        SideOfZero = sideOfZero;
        Mantissa = mantissa;
        Exponent = exponent;
        Radius = radius;
    }

    /// <summary>0, exactly.</summary>
    public static Ball Zero => default;

    /// <summary>1, exactly.</summary>
    public static Ball One { get; } = new(BigInteger.One, 0, Magnitude.Zero);

    /// <summary>What nothing is known of.</summary>
    public static Ball Unknown { get; } = new(BallKind.Unknown);

    /// <summary>+∞, exactly.</summary>
    public static Ball PositiveInfinity { get; } = new(BallKind.PositiveInfinity);

    /// <summary>−∞, exactly.</summary>
    public static Ball NegativeInfinity { get; } = new(BallKind.NegativeInfinity);

    /// <summary>An infinity of either sign: see <see cref="BallKind.UnsignedInfinity"/>.</summary>
    internal static Ball UnsignedInfinity { get; } = new(BallKind.UnsignedInfinity);

    /// <summary>
    /// A real number that is too large for its exponent. It was above 2^(2^124) where it was met, and stays above 2^(2^123) whatever is subtracted from it or
    /// divides it, since single operands that might change that make the result unknown. That it is real is what matters: 0 times it is 0.
    /// </summary>
    internal static Ball Huge { get; } = new(BallKind.Huge);

    /// <summary>A <see cref="Huge"/> number below 2^(2^(2^121)), as every e^x with x ≤ 2^(2^120) is: times what is negligible, it is negligible.</summary>
    internal static Ball BoundedHuge { get; } = new(BallKind.Huge, isBounded: true);

    /// <summary>What is too small for its exponent: 0, give or take 2^(−2^124).</summary>
    internal static Ball Tiny { get; } = new(BigInteger.Zero, 0, Magnitude.PowerOfTwo(-LargestExponent));

    /// <summary>0, give or take 2^(−2^(2^122)), as e^−x is for a huge x: tiny also where a huge number of the bounded kind multiplies it.</summary>
    internal static Ball Negligible { get; } = new(BigInteger.Zero, 0, Magnitude.PowerOfTwo(NegligibleExponent));

    /// <summary>Whether nothing is known of the number.</summary>
    public bool IsUnknown => Kind == BallKind.Unknown;

    /// <summary>Whether the number is exactly 0.</summary>
    public bool IsZero => IsExact && Mantissa.IsZero;

    /// <summary>Whether the number is exactly +∞ or exactly −∞: an input or a limit.</summary>
    public bool IsInfinite => Kind is BallKind.PositiveInfinity or BallKind.NegativeInfinity;

    /// <summary>Whether it is an infinity of either sign.</summary>
    public bool IsUnsignedInfinity => Kind == BallKind.UnsignedInfinity;

    /// <summary>Whether the number is neither real nor one infinity: nothing that could be given back.</summary>
    public bool IsUndefined => IsUnknown || IsUnsignedInfinity;

    /// <summary>Whether the number is real, but too large for its exponent.</summary>
    public bool IsHuge => Kind is BallKind.Huge or BallKind.NegativeHuge;

    /// <summary>Whether the number is in range, or below 2^(2^(2^121)) at least: see <see cref="BoundedHuge"/>.</summary>
    public bool IsBounded => IsFinite || isBoundedHuge;

    /// <summary>Whether it is <see cref="Negligible"/>.</summary>
    public bool IsNegligible => IsFinite && Mantissa.IsZero && !Radius.IsZero && Radius.Top <= TopOfNegligible;

    /// <summary>Whether the number is known to lie in a ball: neither unknown nor infinite nor too large for its exponent.</summary>
    public bool IsFinite => Kind == BallKind.Finite;

    /// <summary>−1, 0 for what is exactly 0, or 1; null where the ball does not decide, for what is unknown, and for an infinity of either sign.</summary>
    public int? Sign => Kind switch
    {
        BallKind.PositiveInfinity or BallKind.Huge => 1,
        BallKind.NegativeInfinity or BallKind.NegativeHuge => -1,
        BallKind.Unknown or BallKind.UnsignedInfinity => null,
        _ => Radius.IsZero || Magnitude.Below(Mantissa, Exponent) > Radius ? Mantissa.Sign : null,
    };

    /// <summary>Whether the number is known not to be negative.</summary>
    public bool IsNotNegative => isNotNegative || Sign >= 0;

    /// <summary>What is known of the number at all.</summary>
    internal BallKind Kind { get; }

    /// <summary>
    /// Of an exact 0 that is an input, or was made of one by products and odd functions, its sign in C#, 1 or −1: on which side of a pole it is. 0 where
    /// that is open, as of a zero that is written or is a difference, and of all other numbers.
    /// </summary>
    internal int SideOfZero { get; }

    /// <summary>The midpoint is mantissa · 2^exponent.</summary>
    internal BigInteger Mantissa { get; }

    /// <summary>The midpoint is mantissa · 2^exponent.</summary>
    internal Int128 Exponent { get; }

    /// <summary>How far the number may be from the midpoint.</summary>
    internal Magnitude Radius { get; }

    /// <summary>Whether the number is the midpoint.</summary>
    internal bool IsExact => Kind == BallKind.Finite && Radius.IsZero;

    /// <summary>The least whole number with |midpoint| &lt; 2^top; the exponent for a midpoint of 0.</summary>
    internal Int128 Top => Exponent + Length;

    /// <summary>How many binary digits the midpoint has.</summary>
    internal int Length => (int)BigInteger.Abs(Mantissa).GetBitLength();

    /// <summary>The midpoint, as an exact number.</summary>
    internal Ball Midpoint => IsFinite ? new Ball(Mantissa, Exponent, Magnitude.Zero) : this;

    /// <summary>What the number's absolute value does not exceed.</summary>
    internal Magnitude Largest => Magnitude.Above(Mantissa, Exponent) + Radius;

    /// <summary>The value, exactly; ±∞ as an exact infinity; NaN as unknown.</summary>
    public static Ball Of(double value)
    {
        if (double.IsNaN(value)) return Unknown;
        if (double.IsInfinity(value)) return value > 0 ? PositiveInfinity : NegativeInfinity;
        if (value == 0) return Zero;

        // 11 bits of exponent over 52 of fraction, the leading 1 implied except below the smallest normal number; 1075 = 1023 + 52.
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & 0xFFFFFFFFFFFFF;
        long size = biased == 0 ? fraction : fraction | 1L << 52;
        int zeros = BitOperations.TrailingZeroCount(size);
        size >>= zeros;
        return new Ball(value < 0 ? -size : size, Math.Max(biased, 1) - 1075 + zeros, Magnitude.Zero);
    }

    /// <summary>The value of an input: a zero has its sign.</summary>
    public static Ball OfInput(double value) => value == 0 ? Zero.OnSide(double.IsNegative(value) ? -1 : 1) : Of(value);

    public static Ball operator -(Ball x) => x.Kind switch
    {
        BallKind.PositiveInfinity => NegativeInfinity,
        BallKind.NegativeInfinity => PositiveInfinity,
        BallKind.Huge => new Ball(BallKind.NegativeHuge, x.isBoundedHuge),
        BallKind.NegativeHuge => new Ball(BallKind.Huge, x.isBoundedHuge),
        BallKind.Unknown or BallKind.UnsignedInfinity => x,
        _ => new Ball(-x.Mantissa, x.Exponent, x.Radius, sideOfZero: -x.SideOfZero),
    };

    /// <summary>The same number, an exact 0 on a side of it: see <see cref="SideOfZero"/>.</summary>
    internal Ball OnSide(int side) => IsZero ? new Ball(Mantissa, Exponent, Radius, isNotNegative, side) : this;

    /// <summary>The sign, of an exact 0 the side of it; 0 where it is open.</summary>
    internal int Side => IsZero ? SideOfZero : Sign ?? 0;

    /// <summary>The same number, if it is known not to be negative, as e^x is also where the ball does not tell it from 0.</summary>
    internal Ball NotNegative(bool isKnown = true) => isKnown && IsFinite && Sign is null ? new Ball(Mantissa, Exponent, Radius, isNotNegative: true) : this;

    /// <summary>The ball, with exponents within their range: see <see cref="LargestExponent"/>.</summary>
    internal static Ball Create(BigInteger mantissa, Int128 exponent, Magnitude radius)
    {
        if (mantissa.IsZero) return radius.IsZero ? Zero : WithinRange(new Ball(mantissa, 0, radius));
        return WithinRange(new Ball(mantissa, exponent, radius));
    }

    /// <summary>mantissa · 2^exponent, exactly.</summary>
    internal static Ball Exactly(BigInteger mantissa, Int128 exponent) => Create(mantissa, exponent, Magnitude.Zero);

    /// <summary>The ball around 0 that holds what is no farther from it.</summary>
    internal static Ball Within(Magnitude radius) => Create(BigInteger.Zero, 0, radius);

    /// <summary>The number · 2^places.</summary>
    internal Ball Scaled(Int128 places) => IsFinite ? Create(Mantissa, Exponent + places, Radius.Scaled(places)) : this;

    /// <summary>The ball with a radius that is larger by so much.</summary>
    internal Ball Widened(Magnitude by) => IsFinite ? Create(Mantissa, Exponent, Radius + by) : this;

    /// <summary>The ball around a midpoint of at most so many digits; what the midpoint loses, the radius gains.</summary>
    internal Ball Rounded(int digits)
    {
        int excess = Length - digits;
        if (!IsFinite || excess <= 0) return this;
        BigInteger shortened = Mantissa >> excess;
        Magnitude lost = Radius.IsZero && shortened << excess == Mantissa ? Magnitude.Zero : Magnitude.PowerOfTwo(Exponent + excess);
        return Create(shortened, Exponent + excess, Radius + lost);
    }

    private static Ball WithinRange(Ball x)
    {
        Int128 top = x.Top;
        if (top > LargestExponent || (!x.Radius.IsZero && x.Radius.Top > LargestExponent)) return x.Sign switch
        {
            1 => BoundedHuge,
            -1 => -BoundedHuge,
            _ => Unknown,
        };
        if (!x.Mantissa.IsZero && top <= -LargestExponent) return WithinRange(new Ball(BigInteger.Zero, 0, x.Largest));
        if (x.IsNegligible) return Negligible;
        return !x.Radius.IsZero && x.Radius < Tiny.Radius ? new Ball(x.Mantissa, x.Exponent, Tiny.Radius) : x;
    }
}
