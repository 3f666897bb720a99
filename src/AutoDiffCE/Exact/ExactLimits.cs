namespace AutoDiffCE.Exact;

/// <summary>
/// Limits of what is undefined at a sample, as 0 · log 0 or 0 / 0 of its inputs: the sample is moved by two small distances, upward and downward. Where a
/// side converges, and the other one to the same or is outside of the domain, that is the number.
/// </summary>
internal sealed class ExactLimits
{
    // A derivative of a quotient is a difference of quotients by squares of what tends to zero: three times the digits of a distance, and some to spare.
    private const int DistancesInDigits = 3, Guard = 96, MaximumPrecision = 4096;

    private readonly BallArithmetic arithmetic = new(2 * Guard);
    private readonly List<(ExactPoint Near, ExactPoint Nearer)> sides = [];
    private readonly int agreement;

    /// <summary>Evaluates a formula beside a sample.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="upstream">What flows back, by element of the value; none where no gradient is asked for.</param>
    /// <param name="distance">The sample is moved by about 2^−distance, and by its square.</param>
    public ExactLimits(ExactFormula formula, ExactSample sample, double[] upstream, int distance)
    {
        int scale = Scale(sample);
        // A limit is one of the branch that the sample itself is on.
        var own = new ExactPoint(2 * Guard, formula, sample, []);
        // At a square root the distance shows with half of its digits.
        agreement = -distance / 4;
        foreach (int side in (ReadOnlySpan<int>)[1, -1])
            sides.Add((At(side, scale - distance), At(side, scale - (2 * distance))));

        ExactPoint At(int side, int exponent) =>
            new(Precision(exponent), formula, sample with { Shift = new Shift(side, exponent) }, upstream, own);
    }

    /// <summary>How many bits it takes to evaluate a formula beside a sample, at most.</summary>
    public static int Precision(ExactSample sample, int distance) => Precision(Scale(sample) - (2 * distance));

    private static int Precision(int exponent) => Math.Min(Guard - (DistancesInDigits * exponent), MaximumPrecision);

    // What is moved by more than it is would be another sample.
    private static int Scale(ExactSample sample) => sample.Reals.SelectMany(real => real).Where(number => number != 0 && double.IsFinite(number))
        .Select(Math.ILogB).Append(0).Min();

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

    // |x| ≤ 2^agreement |y|
    private bool IsBelow(Ball x, Ball y) =>
        arithmetic.Compare(arithmetic.Abs(x), arithmetic.Multiply(arithmetic.Abs(y), Ball.Exactly(1, agreement))) is <= 0;
}
