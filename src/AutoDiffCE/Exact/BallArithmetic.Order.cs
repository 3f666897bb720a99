namespace AutoDiffCE.Exact;

/// <content>Comparison, and what rests on it.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>−1, 0 for numbers that are exact and equal, or 1; null where the balls do not decide. Infinities compare as in ℝ ∪ {±∞}.</summary>
    public int? Compare(Ball x, Ball y)
    {
        if (x.IsUndefined || y.IsUndefined) return null;
        return x.IsInfinite || y.IsInfinite ? Rank(x).CompareTo(Rank(y)) : Subtract(x, y).Sign;
    }

    /// <summary>|x|.</summary>
    public Ball Abs(Ball x)
    {
        if (x.IsUnknown) return x;
        if (x.IsUnsignedInfinity) return Ball.PositiveInfinity;
        if (x.Sign is int sign) return sign < 0 ? -x : x;
        return (x.IsNegligible ? x : Hull(Ball.Zero, x.End)).NotNegative();
    }

    /// <summary>The larger number; what holds both candidates where the balls do not decide.</summary>
    public Ball Max(Ball x, Ball y)
    {
        if (x.IsUndefined || y.IsUndefined) return Ball.Unknown;
        if (x.IsHuge && x.Kind == y.Kind) return x.IsBounded ? y : x;
        if (Compare(x, y) is int order) return order < 0 ? y : x;
        return Hull(Larger(x.Lower(precision), y.Lower(precision)), Larger(x.Upper(precision), y.Upper(precision)));
    }

    /// <summary>The smaller number; what holds both candidates where the balls do not decide.</summary>
    public Ball Min(Ball x, Ball y) => -Max(-x, -y);

    private static int Rank(Ball x) => x.IsInfinite ? x.Sign ?? 0 : 0;

    /// <summary>The larger one of two exact numbers; unknown where their difference is too small or too large for its exponent.</summary>
    private Ball Larger(Ball x, Ball y) => Compare(x, y) is int order ? (order > 0 ? x : y) : Ball.Unknown;

    /// <summary>A ball that holds both balls and whatever lies between them. Unknown for infinities, unless they are the same.</summary>
    private Ball Hull(Ball x, Ball y)
    {
        if (!x.IsFinite || !y.IsFinite) return x.Kind != y.Kind ? Ball.Unknown : x.IsBounded ? y : x;

        Ball center = Add(x.Midpoint, y.Midpoint).Scaled(-1);
        Ball halfDistance = Subtract(x.Midpoint, y.Midpoint).Scaled(-1);
        if (!center.IsFinite || !halfDistance.IsFinite) return Ball.Unknown;
        Magnitude radius = x.Radius > y.Radius ? x.Radius : y.Radius;
        return center.Widened(halfDistance.Largest + radius);
    }

    /// <summary>
    /// A monotone function of a ball, by its values at both ends. The function gets exact arguments, and an arithmetic with digits to spare.
    /// </summary>
    private Ball Monotone(Ball x, Func<BallArithmetic, Ball, Ball> function)
    {
        BallArithmetic inner = Finer;
        if (x.IsExact) return function(inner, x).Rounded(precision);
        Ball low = x.Lower(inner.precision), high = x.Upper(inner.precision);
        // Beyond all exponents an end is huge, and no exact argument.
        if (!low.IsFinite || !high.IsFinite) return Ball.Unknown;
        return Hull(function(inner, low), function(inner, high)).Rounded(precision);
    }
}
