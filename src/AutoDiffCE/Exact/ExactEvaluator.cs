namespace AutoDiffCE.Exact;

/// <summary>Evaluates a formula for one sample with more and more digits, until each number that is asked for is decided.</summary>
internal sealed class ExactEvaluator
{
    /// <summary>A formula whose evaluation would keep more numbers than this is left as it is.</summary>
    private const int MaximumSize = 1 << 17;

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
        ExactFormula formula, ExactSample sample, double[] upstream, List<ExactElement> pending, Func<ExactElement, Ball, bool> decide)
    {
        if (formula.Size(sample.Classes) <= MaximumSize)
            new ExactEvaluator(formula, sample, upstream, pending).Run(decide);
    }

    private void Run(Func<ExactElement, Ball, bool> decide)
    {
        for (int attempt = 0; attempt < precisions.Length && pending.Count > 0; attempt++)
        {
            var arithmetic = new BallArithmetic(precisions[attempt]);
            var values = new ExactValues(arithmetic, formula, sample);
            ExactGradients? gradients = pending.Exists(element => !element.IsValue) ? new(arithmetic, formula, values, sample, upstream) : null;
            pending.RemoveAll(element => decide(element, At(values, gradients, element)));
            // What is undefined is so with more digits, too.
            if (!values.LacksDigits && gradients is not { LacksDigits: true } && pending.TrueForAll(element => At(values, gradients, element).IsUnknown))
                return;
        }
    }

    private Ball At(ExactValues values, ExactGradients? gradients, ExactElement element) => element.IsValue
        ? values.At(formula.Value, new Positions(sample.Classes) { [0] = element.Position })
        : gradients![element.Input, element.Position];
}
