using System.Numerics;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <content>The gamma function of positive numbers, by Stirling's expansion and its derivatives.</content>
internal readonly partial record struct Real
{
    // From here on the least term of the expansions, about e^(−2πy), is far below the last bit, and the terms that are taken reach it.
    private const int StartOfExpansion = 420, TermsOfExpansion = 260;

    // B₂, B₄, …, from the numbers of the tangent: B₂ₖ = (−1)^(k − 1) 2k T_k / (4^k (4^k − 1)).
    private static readonly Lazy<Real[]> bernoulli = new(static () =>
    {
        var tangents = new BigInteger[TermsOfExpansion + 1];
        tangents[1] = 1;
        for (int k = 2; k <= TermsOfExpansion; k++)
            tangents[k] = (k - 1) * tangents[k - 1];
        for (int k = 2; k <= TermsOfExpansion; k++)
        {
            for (int j = k; j <= TermsOfExpansion; j++)
                tangents[j] = ((j - k) * tangents[j - 1]) + ((j - k + 2) * tangents[j]);
        }
        return [.. Enumerable.Range(1, TermsOfExpansion).Select(k => (k % 2 == 0 ? -1 : 1) * new Real(2 * k * tangents[k], 0)
            / new Real((BigInteger.One << (2 * k)) * ((BigInteger.One << (2 * k)) - 1), 0))];
    });

    // What the terms of each expansion are multiplied with.
    private static readonly Lazy<Real[]> ofLogGamma = Weighted(k => One / ((2 * k) * ((2 * k) - 1)));
    private static readonly Lazy<Real[]> ofDigamma = Weighted(k => One / (2 * k));
    private static readonly Lazy<Real[]> ofTetragamma = Weighted(k => (2 * k) + 1);

    public static Real LogGamma(Real x)
    {
        if (AtEnds(x, PositiveInfinity, PositiveInfinity) is { } limit)
            return limit;
        Real factors = One, y = x;
        for (; y < StartOfExpansion; y += 1)
            factors *= y;
        Real sum = ((y - PowerOfTwo(-1)) * Log(y)) - y + Log(rootOfTwoPi.Value);
        return sum + Expansion(y, One / y, ofLogGamma.Value) - Log(factors);
    }

    public static Real Digamma(Real x)
    {
        if (AtEnds(x, NegativeInfinity, PositiveInfinity) is { } limit)
            return limit;
        // Σ 1 / y is the derivative of the product of all y, over the product.
        Real product = One, derivative = Zero, y = x;
        for (; y < StartOfExpansion; y += 1)
            (product, derivative) = (product * y, (derivative * y) + product);
        return Log(y) - (One / (y * 2)) - Expansion(y, One / (y * y), ofDigamma.Value) - (derivative / product);
    }

    public static Real Trigamma(Real x)
    {
        if (AtEnds(x, PositiveInfinity, Zero) is { } limit)
            return limit;
        Real steps = Zero, y = x;
        for (; y < StartOfExpansion; y += 1)
            steps += One / (y * y);
        return (One / y) + (One / (y * y * 2)) + Expansion(y, One / (y * y * y), bernoulli.Value) + steps;
    }

    public static Real Tetragamma(Real x)
    {
        if (AtEnds(x, NegativeInfinity, Zero) is { } limit)
            return limit;
        Real steps = Zero, y = x;
        for (; y < StartOfExpansion; y += 1)
            steps += 2 / (y * y * y);
        return -((One / (y * y)) + (One / (y * y * y)) + Expansion(y, One / (y * y * y * y), ofTetragamma.Value) + steps);
    }

    public static Real LogBeta(Real a, Real b)
    {
        if (!(a >= Zero && b >= Zero) || (a.IsZero && !b.IsFinite) || (b.IsZero && !a.IsFinite))
            return NaN;
        return !a.IsFinite || !b.IsFinite ? NegativeInfinity : a.IsZero || b.IsZero ? PositiveInfinity : LogGamma(a) + LogGamma(b) - LogGamma(a + b);
    }

    /// <summary>ψ(a) − ψ(a + b).</summary>
    public static Real DigammaGap(Real a, Real b)
    {
        if (!(a >= Zero && b >= Zero) || (!a.IsFinite && !b.IsFinite) || (a.IsZero && b.IsZero))
            return NaN;
        return a.IsZero || !b.IsFinite ? NegativeInfinity : a.IsFinite ? Digamma(a) - Digamma(a + b) : Zero;
    }

    private static Real? AtEnds(Real x, Real atZero, Real atInfinity) =>
        x.IsNaN || x.Sign < 0 ? NaN : x.IsZero ? atZero : x.IsFinite ? null : atInfinity;

    // Σ weight_k first / y^(2k − 2)
    private static Real Expansion(Real y, Real first, Real[] weights)
    {
        Real sum = Zero, power = first, inverseSquare = One / (y * y);
        for (int k = 0; k < TermsOfExpansion && power.Top > first.Top - (4 * Precision); k++)
        {
            sum += weights[k] * power;
            power *= inverseSquare;
        }
        return sum;
    }

    private static Lazy<Real[]> Weighted(Func<int, Real> weight) => new(() => [.. bernoulli.Value.Select((number, place) => weight(place + 1) * number)]);
}
