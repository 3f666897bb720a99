namespace AutoDiffCE.Exact;

/// <content>Functions of two numbers, or of a row of them, that are not compositions of the others without a loss.</content>
internal sealed partial class BallArithmetic
{
    /// <summary>log(e^x + e^y); ∞ where either is, −∞ where both are.</summary>
    public Ball LogAddExp(Ball x, Ball y)
    {
        if (x.IsUndefined || y.IsUndefined) return Ball.Unknown;
        if (x.Kind == BallKind.PositiveInfinity || y.Kind == BallKind.PositiveInfinity) return Ball.PositiveInfinity;
        return LogSumExp([x, y]);
    }

    /// <summary>
    /// log Σ e^x over the row. Terms of −∞ count nothing; the result is −∞ where there is nothing else, and unknown for a term of +∞.
    /// </summary>
    public Ball LogSumExp(ReadOnlySpan<Ball> row)
    {
        Ball limit = Ball.NegativeInfinity;
        foreach (Ball x in row)
        {
            if (x.IsUndefined || x.Kind == BallKind.PositiveInfinity) return Ball.Unknown;
            if (!x.IsFinite) limit = Max(limit, x);
        }
        int largest = Largest(row);
        // What is added to a huge number is a logarithm of the length.
        if (largest < 0 || limit.Sign > 0) return limit;
        return Finer.LogSumExp(row, largest).Rounded(precision);
    }

    /// <summary>Where the number with the largest midpoint stands, of those that are in range; −1 where there is none.</summary>
    public int Largest(ReadOnlySpan<Ball> row)
    {
        int largest = -1;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i].IsFinite && (largest < 0 || Compare(row[largest].Midpoint, row[i].Midpoint) is -1)) largest = i;
        }
        return largest;
    }

    /// <summary>√Σ x² over the row; 0 of nothing.</summary>
    public Ball Norm(ReadOnlySpan<Ball> row)
    {
        BallArithmetic inner = Finer;
        Ball sum = Ball.Zero;
        foreach (Ball x in row)
        {
            // Of a ball around 0 the absolute value is taken first, which holds less.
            Ball size = inner.Abs(x);
            sum = inner.Add(sum, inner.Multiply(size, size));
        }
        if (!sum.IsFinite || sum.Sign is not null) return inner.Sqrt(sum).Rounded(precision);

        // A sum of squares is not negative, whatever its ball says.
        return Hull(Ball.Zero, inner.Sqrt(sum.Upper(inner.precision))).Rounded(precision).NotNegative();
    }

    /// <summary>The sum of the row; 0 of nothing.</summary>
    public Ball Sum(ReadOnlySpan<Ball> row)
    {
        BallArithmetic inner = Finer;
        Ball sum = Ball.Zero;
        foreach (Ball x in row) sum = inner.Add(sum, x);
        return sum.Rounded(precision);
    }

    /// <summary>
    /// log Σ e^x = m + log(1 + (e^(x_k − m) − 1) + Σ_i≠k e^(x_i − m)), with m the midpoint of the largest term, x_k: a small rest keeps its digits.
    /// </summary>
    private Ball LogSumExp(ReadOnlySpan<Ball> row, int largest)
    {
        Ball pivot = row[largest].Midpoint;
        Ball rest = ExpM1(Ball.Within(row[largest].Radius));
        Magnitude radius = row[largest].Radius;
        for (int i = 0; i < row.Length; i++)
        {
            if (i == largest) continue;
            rest = Add(rest, Exp(Subtract(row[i], pivot)));
            if (row[i].Radius > radius) radius = row[i].Radius;
        }
        Ball value = Add(pivot, LogP1(rest));
        if (radius.IsZero || radius.Top <= SmallRadius) return value;

        // Terms that are known to within r give a result that is, too: often more than exponentials of such radii tell.
        Ball[] midpoints = row.ToArray();
        for (int i = 0; i < midpoints.Length; i++) midpoints[i] = midpoints[i].Midpoint;
        Ball other = LogSumExp(midpoints, largest).Widened(radius);
        return value.IsFinite && value.Radius < other.Radius ? value : other;
    }
}
