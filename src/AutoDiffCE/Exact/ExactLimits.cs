namespace AutoDiffCE.Exact;

/// <summary>
/// Limits of what is undefined at a sample, as 0 · log 0 or 0 / 0 of its inputs: the sample is moved by about 2^−200 and 2^−400, upward and downward. Where a
/// side converges, and the other one to the same or is outside of the domain, that is the number.
/// </summary>
internal sealed class ExactLimits
{
    private const int Near = -200, Nearer = -400;

    // Two numbers agree where they differ by less than so much of them.
    private const int Agreement = -56;

    // A derivative of a quotient is a difference of quotients by squares of what tends to zero: three times the digits of a distance, and some to spare.
    private const int DistancesInDigits = 3, Guard = 256, MaximumPrecision = 4096;

    private readonly BallArithmetic arithmetic = new(Guard);
    private readonly List<(ExactPoint Near, ExactPoint Nearer)> sides = [];

    /// <summary>Evaluates a formula beside a sample.</summary>
    public ExactLimits(ExactFormula formula, ExactSample sample, double[] upstream)
    {
        // What is moved by more than it is would be another sample.
        int scale = sample.Reals.SelectMany(real => real).Where(number => number != 0 && double.IsFinite(number))
            .Select(Math.ILogB).Append(0).Min();
        foreach (int side in (ReadOnlySpan<int>)[1, -1])
            sides.Add((At(side, scale + Near), At(side, scale + Nearer)));

        ExactPoint At(int side, int exponent) =>
            new(Math.Min(Guard - (DistancesInDigits * exponent), MaximumPrecision), formula, sample with { Shift = new Shift(side, exponent) }, upstream);
    }

    /// <summary>The limit of a number; unknown where there is none.</summary>
    public Ball Of(ExactElement element)
    {
        Ball limit = Ball.Unknown;
        foreach ((ExactPoint near, ExactPoint nearer) in sides)
        {
            // A side outside of the domain does not count, one that diverges does.
            if (near[element].IsUnknown && nearer[element].IsUnknown)
                continue;
            Ball own = LimitOf(near[element], nearer[element]);
            if (own.IsUnknown || !(limit.IsUnknown || Agree(limit, own)))
                return Ball.Unknown;
            limit = own;
        }
        return limit;
    }

    private Ball LimitOf(Ball near, Ball nearer)
    {
        if (!near.IsFinite || !nearer.IsFinite)
            return Ball.Unknown;
        if (Agree(near, nearer))
            return nearer;
        return IsBelow(nearer, near) ? Ball.Zero : Ball.Unknown;
    }

    private bool Agree(Ball x, Ball y) => (x.IsZero && y.IsZero) || IsBelow(arithmetic.Subtract(x, y), y);

    // |x| ≤ 2^Agreement |y|
    private bool IsBelow(Ball x, Ball y) =>
        arithmetic.Compare(arithmetic.Abs(x), arithmetic.Multiply(arithmetic.Abs(y), Ball.Exactly(1, Agreement))) is <= 0;
}
