namespace AutoDiffCE.Exact;

/// <content>Arithmetic on infinities, and on numbers that are too large for their exponent: see <see cref="Ball.Huge"/>.</content>
internal sealed partial class BallArithmetic
{
    // What is huge stays above 2^(2^123) if 2^9 such numbers are subtracted, ...
    private static Int128 LargestOfSum => new(1ul << 50, 0);

    // ... or if it is divided by as many of these.
    private static Int128 LargestOfQuotient => new(1ul << 50, 0);

    // What is divided by a huge number loses so many binary places.
    private static Int128 HugeExponent => new(1ul << 59, 0);

    private static Ball SumOfLimits(Ball x, Ball y)
    {
        if (x.IsUnknown || y.IsUnknown) return Ball.Unknown;
        if (x.IsUnsignedInfinity || y.IsUnsignedInfinity)
            return IsReal(x) || IsReal(y) ? Ball.UnsignedInfinity : Ball.Unknown;
        if (x.IsInfinite || y.IsInfinite)
        {
            if (!x.IsInfinite) return y;
            return !y.IsInfinite || x.Kind == y.Kind ? x : Ball.Unknown;
        }

        if (x.IsFinite) (x, y) = (y, x);
        if (y.Sign == x.Sign && y.IsHuge) return x.IsBounded ? y : x;
        return y.Sign == x.Sign || (y.IsFinite && IsWithin(y.Largest, LargestOfSum)) ? x : Ball.Unknown;
    }

    private static Ball ProductOfLimits(Ball x, Ball y)
    {
        if (x.IsUnknown || y.IsUnknown) return Ball.Unknown;
        if (x.IsUnsignedInfinity || y.IsUnsignedInfinity)
            return IsNotZero(x) && IsNotZero(y) ? Ball.UnsignedInfinity : Ball.Unknown;
        int sign = (x.Sign ?? 0) * (y.Sign ?? 0);
        if (x.IsInfinite || y.IsInfinite) return sign == 0 ? Ball.Unknown : Signed(Ball.PositiveInfinity, sign);

        if (x.IsZero || y.IsZero) return Ball.Zero;
        bool isBounded = x.IsBounded && y.IsBounded;
        if (sign == 0) return isBounded && (x.IsNegligible || y.IsNegligible) ? Ball.Negligible : Ball.Unknown;
        Ball factor = x.IsFinite ? x : y;
        if (factor.IsFinite && factor.Smallest().Top <= -LargestOfQuotient) return Ball.Unknown;
        return Signed(isBounded ? Ball.BoundedHuge : Ball.Huge, sign);
    }

    private static Ball QuotientByZero(Ball x, Ball zero)
    {
        if (x.IsUnsignedInfinity || (x.Sign is 1 or -1 && zero.Side == 0)) return Ball.UnsignedInfinity;
        return x.Sign is 1 or -1 ? Signed(Ball.PositiveInfinity, x.Side * zero.Side) : Ball.Unknown;
    }

    /// <summary>The quotient by what is not zero.</summary>
    private static Ball QuotientOfLimits(Ball x, Ball y)
    {
        if (y.IsInfinite || y.IsUnsignedInfinity) return IsReal(x) ? Ball.Zero : Ball.Unknown;
        if (x.IsUnsignedInfinity) return x;
        if (x.IsInfinite) return y.Sign == 1 ? x : -x;
        if (x.IsFinite) return Ball.Within(x.Largest.Scaled(-HugeExponent));
        return y.IsFinite && IsWithin(y.Largest, LargestOfQuotient) ? (y.Sign == 1 ? x : -x) : Ball.Unknown;
    }

    /// <summary>
    /// A function far out, where it is its limit up to e^−|x|: exactly at an infinity, almost at a huge number. A function without a limit there is its own
    /// argument.
    /// </summary>
    private static Ball Limits(Ball x, Ball low, Ball high)
    {
        if (x.Sign is not { } sign) return Ball.Unknown;
        Ball limit = sign < 0 ? low : high;
        return x.IsHuge ? limit.Widened(Ball.Negligible.Radius) : limit;
    }

    private static bool IsReal(Ball x) => x.IsFinite || x.IsHuge;

    private static bool IsNotZero(Ball x) => x.Sign is 1 or -1 || x.IsUnsignedInfinity;

    private static bool IsWithin(Magnitude size, Int128 top) => size.IsZero || size.Top <= top;

    private static Ball Signed(Ball size, int sign) => sign < 0 ? -size : size;
}
