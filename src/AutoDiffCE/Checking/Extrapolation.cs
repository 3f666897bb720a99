namespace AutoDiffCE.Checking;

/// <summary>
/// Extrapolates difference quotients to step 0 as the step becomes smaller (Richardson, with Neville's scheme over several orders), and
/// keeps the estimate whose neighbors agree with it best.
/// </summary>
/// <param name="factor">
/// By what the leading error shrinks from one step to the next: the step ratio for one-sided quotients, whose error is a series in h,
/// and its square for central ones, whose error is a series in h².
/// </param>
internal sealed class Extrapolation(double factor)
{
    // Beyond that many orders the rounding errors of the quotients are all that is extrapolated.
    private const int Orders = 5;

    // Estimates of two steps contradict each other where they are farther apart than this many times their errors.
    private const double Contradiction = 4;

    private readonly double[] current = new double[Orders];
    private readonly double[] previous = new double[Orders];
    private int count;

    public double Estimate { get; private set; } = double.NaN;

    public double Error { get; private set; } = double.PositiveInfinity;

    /// <summary>Starts again: a quotient was not finite, so the steps so far led out of the domain.</summary>
    public void Restart() => count = 0;

    /// <summary>Takes the quotient of the next smaller step.</summary>
    /// <param name="quotient">The difference quotient.</param>
    /// <param name="noise">The rounding error it may have.</param>
    public void Add(double quotient, double noise)
    {
        current.CopyTo(previous, 0);
        current[0] = quotient;
        double estimate = double.NaN;
        double error = double.PositiveInfinity;
        double power = 1;
        for (int order = 1; order <= Math.Min(count, Orders - 1); order++)
        {
            power *= factor;
            current[order] = current[order - 1] + (current[order - 1] - previous[order - 1]) / (power - 1);
            double change = Math.Max(Math.Abs(current[order] - current[order - 1]), Math.Abs(current[order] - previous[order - 1])) + noise;
            if (change < error) (estimate, error) = (current[order], change);
        }

        count++;
        // Larger steps may agree with each other because both jump over the same feature; the smaller step is nearer to the point.
        bool contradicts = Math.Abs(estimate - Estimate) > Contradiction * (error + Error);
        if (error < Error || contradicts) (Estimate, Error) = (estimate, error);
    }
}
