namespace AutoDiffCE.Exact;

/// <content>The logarithm of the beta function of positive numbers, and its derivative.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>log Γ(a) + log Γ(b) − log Γ(a + b): ∞ where one is exactly 0, −∞ where one is ∞, unknown where one is, or may be, negative.</summary>
    public Ball LogBeta(Ball a, Ball b)
    {
        if (!(a.Sign >= 0 && b.Sign >= 0)) return Ball.Unknown;
        if (a.IsZero || b.IsZero) return a.IsInfinite || b.IsInfinite ? Ball.Unknown : Ball.PositiveInfinity;
        if (a.IsInfinite || b.IsInfinite) return Ball.NegativeInfinity;
        if (!a.IsFinite || !b.IsFinite) return Ball.Unknown;
        return Falling(a, b, static (arithmetic, x, y) => arithmetic.Compare(x, y) > 0 ? arithmetic.LogBetaOfExact(y, x) : arithmetic.LogBetaOfExact(x, y));
    }

    /// <summary>ψ(a) − ψ(a + b), which is at most 0: −∞ where a is exactly 0 or b is ∞, 0 where a is ∞, unknown where one is, or may be, negative.</summary>
    public Ball DigammaGap(Ball a, Ball b)
    {
        if (!(a.Sign >= 0 && b.Sign >= 0) || (a.IsInfinite && b.IsInfinite)) return Ball.Unknown;
        if (b.IsZero) return a.IsZero ? Ball.Unknown : Ball.Zero;
        if (a.IsZero || b.IsInfinite) return Ball.NegativeInfinity;
        if (a.IsInfinite) return Ball.Zero;
        if (!a.IsFinite || !b.IsFinite) return Ball.Unknown;

        // It rises in a and falls in b.
        BallArithmetic inner = Finer;
        Ball low = inner.DigammaGapOfExact(a.Lower(inner.precision), b.Upper(inner.precision));
        return Hull(low, a.IsExact && b.IsExact ? low : inner.DigammaGapOfExact(a.Upper(inner.precision), b.Lower(inner.precision))).Rounded(precision);
    }

    /// <summary>For p ≤ q.</summary>
    private Ball LogBetaOfExact(Ball p, Ball q)
    {
        if (p.Sign != 1 || !p.IsFinite || !q.IsFinite) return Ball.Unknown;
        if (Compare(p, Ball.One) is 0) return -Log(q);

        // log Γ(p + q) − log Γ(q) = p ψ(ξ) with ξ from q to p + q, and ψ(ξ) is not farther from log q than (p + 1)/q.
        if (q.Top > precision + 16 + 2 * Int128.Max(p.Top, 0))
        {
            Magnitude size = p.Largest + Ball.One.Largest;
            return Precisely(inner => inner.Subtract(inner.LogGammaOnce(p), inner.Multiply(p, inner.Log(q)))).Widened((p.Largest * size).DividedBy(q.Smallest()));
        }
        return Precisely(inner => inner.Add(inner.LogGammaOnce(p), inner.Subtract(inner.LogGammaOnce(q), inner.LogGammaOnce(inner.Add(p, q)))));
    }

    private Ball DigammaGapOfExact(Ball a, Ball b)
    {
        if (a.Sign != 1 || b.Sign is not (0 or 1) || !a.IsFinite || !b.IsFinite) return Ball.Unknown;
        if (b.IsZero) return b;

        // −b ψ′(a), of which ψ′ falls by less than 2b/a of itself on the way.
        if (b.Top < a.Top - precision - 8)
        {
            Ball product = -Multiply(b, TrigammaOfExact(a));
            return product.Widened(product.Largest.Scaled(b.Top - a.Top + 2));
        }
        return Precisely(inner => inner.Subtract(inner.DigammaBySteps(a), inner.DigammaBySteps(inner.Add(a, b))));
    }

    /// <summary>A function that falls in both numbers, by its values at two corners.</summary>
    private Ball Falling(Ball x, Ball y, Func<BallArithmetic, Ball, Ball, Ball> function)
    {
        BallArithmetic inner = Finer;
        if (x.IsExact && y.IsExact) return function(inner, x, y).Rounded(precision);
        Ball high = function(inner, x.Lower(inner.precision), y.Lower(inner.precision));
        return Hull(high, function(inner, x.Upper(inner.precision), y.Upper(inner.precision))).Rounded(precision);
    }
}
