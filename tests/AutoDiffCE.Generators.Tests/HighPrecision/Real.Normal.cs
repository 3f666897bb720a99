namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <content>The normal distribution.</content>
internal readonly partial record struct Real
{
    // From here on the continued fraction has all bits after some 1,500 levels, and nearer to 0 at most 80 bits of ½ + … cancel.
    private const int StartOfTail = 10;

    private static readonly Lazy<Real> rootOfTwoPi = new(() => Sqrt(2 * Pi));

    public static Real NormalPdf(Real x) => x.IsNaN ? x : Exp(-(x * x) / 2) / rootOfTwoPi.Value;

    public static Real NormalCdf(Real x)
    {
        if (x.IsNaN || !x.IsFinite)
            return x.IsNaN ? x : x.Sign < 0 ? Zero : One;
        if (Abs(x) < StartOfTail)
            return PowerOfTwo(-1) + (NormalPdf(x) * Odd(x));
        return x.Sign < 0 ? NormalPdf(x) / InverseMillsOfTail(-x) : One - NormalCdf(-x);
    }

    public static Real LogNormalCdf(Real x)
    {
        if (x.IsNaN || !x.IsFinite)
            return x.IsNaN ? x : x.Sign < 0 ? NegativeInfinity : Zero;
        if (x > StartOfTail)
            return NormalCdf(-x) is var tail && !tail.IsZero && tail.Top > -Precision / 2 ? Log(One - tail) : -tail;
        return x < -StartOfTail ? (-(x * x) / 2) - Log(InverseMillsOfTail(-x) * rootOfTwoPi.Value) : Log(NormalCdf(x));
    }

    public static Real InverseMills(Real x)
    {
        if (x.IsNaN || !x.IsFinite)
            return x.IsNaN ? x : x.Sign < 0 ? PositiveInfinity : Zero;
        return x < -StartOfTail ? InverseMillsOfTail(-x) : NormalPdf(x) / NormalCdf(x);
    }

    // x + x³/3 + x⁵/(3·5) + …, whose terms have one sign
    private static Real Odd(Real x)
    {
        Real square = x * x, term = x, sum = x;
        for (int n = 3; term.Sign != 0 && term.Top > sum.Top - Precision - 8; n += 2)
        {
            term = term * square / n;
            sum += term;
        }
        return sum;
    }

    // y + 1/(y + 2/(y + 3/(y + …))): n levels leave about e^(−2y √(2n)) of it
    private static Real InverseMillsOfTail(Real y)
    {
        double distance = Math.Min(y.ToDouble(), 1e9), nepers = Precision * Math.Log(2) / (2 * distance);
        Real fraction = y;
        for (int k = (int)(nepers * nepers / 2) + 40; k >= 1; k--)
            fraction = y + (k / fraction);
        return fraction;
    }
}
