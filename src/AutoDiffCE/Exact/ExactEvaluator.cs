namespace AutoDiffCE.Exact;

/// <summary>Evaluates a formula for one sample with more and more digits, until each number that is asked for is decided.</summary>
internal sealed class ExactEvaluator
{
    // What an evaluation at the first precision may cost: numbers that it keeps. What one of them costs grows with the square of the precision.
    private const double MaxSize = 1 << 17;

    // Bits. The first is enough for what overflows.
    private static readonly int[] precisions = [128, 384, 1536, 4096];

    private readonly ExactFormula formula;
    private readonly ExactSample sample;
    private readonly double[] upstream;
    private readonly List<ExactElement> pending;

    private ExactEvaluator(ExactFormula formula, ExactSample sample, double[] upstream, List<ExactElement> pending)
    {
        this.formula = formula;
        this.sample = sample;
        this.upstream = upstream;
        this.pending = pending;
    }

    /// <summary>Evaluates what is asked for.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="upstream">What flows back, by element of the value; none where no gradient is asked for.</param>
    /// <param name="pending">What is asked for; what is left in the end could not be decided.</param>
    /// <param name="decide">Takes a number that is precise enough, and tells whether it was.</param>
    public static void Evaluate(
        ExactFormula formula, ExactSample sample, double[] upstream, List<ExactElement> pending, Func<ExactElement, Ball, bool> decide) =>
        new ExactEvaluator(formula, sample, upstream, pending).Run(decide);

    /// <summary>Whether a formula is evaluated for rows of so many classes at all.</summary>
    public static bool CanEvaluate(ExactFormula formula, int classes) => formula.Size(classes) <= MaxSize;

    private bool IsTooLong(int precision) => formula.Size(sample.Classes) * Math.Pow((double)precision / precisions[0], 2) > MaxSize;

    private void Run(Func<ExactElement, Ball, bool> decide)
    {
        double[] seeds = pending.Exists(element => !element.IsValue) ? upstream : [];
        foreach (int precision in precisions)
        {
            if (pending.Count == 0 || IsTooLong(precision))
                return;
            var point = new ExactPoint(precision, formula, sample, seeds);
            pending.RemoveAll(element => decide(element, point[element]));
            // What is undefined is so with more digits, too.
            if (!point.LacksDigits && pending.TrueForAll(element => point[element].IsUndefined))
                return;
        }
    }
}
