using System.Numerics;

namespace AutoDiffCE.Exact;

/// <content>Whole numbers beside a number: where a ball lies between two steps they are exact.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>The largest whole number that is not above x.</summary>
    public Ball Floor(Ball x) => x.IsFinite ? Monotone(x, static (_, end) => FloorOfExact(end)) : x;

    /// <summary>The smallest whole number that is not below x.</summary>
    public Ball Ceiling(Ball x) => -Floor(-x);

    /// <summary>x without its fraction.</summary>
    public Ball Truncate(Ball x) => x.IsFinite ? Monotone(x, static (_, end) => end.Sign < 0 ? -FloorOfExact(-end) : FloorOfExact(end)) : x;

    /// <summary>The nearest whole number, the even one of two.</summary>
    public Ball Round(Ball x) => x.IsFinite ? Monotone(x, static (_, end) => RoundOfExact(end)) : x;

    private static Ball FloorOfExact(Ball x) => x.Exponent >= 0 ? x : Ball.Exactly(x.ToFixed(0), 0);

    private static Ball RoundOfExact(Ball x)
    {
        if (x.Exponent >= 0) return x;
        if (x.Top < -1) return Ball.Zero;

        // Twice the fraction, compared with 1; the remainder of what is rounded down is not negative.
        BigInteger whole = x.ToFixed(0);
        BigInteger excess = ((x.Mantissa - (whole << (int)-x.Exponent)) << 1) - (BigInteger.One << (int)-x.Exponent);
        return Ball.Exactly(excess.Sign > 0 || (excess.IsZero && !whole.IsEven) ? whole + 1 : whole, 0);
    }
}
