namespace AutoDiffCE.Exact;

/// <summary>A formula and, where it is asked for, its gradient, evaluated for one sample at one precision.</summary>
internal sealed class ExactPoint
{
    private readonly ExactFormula formula;
    private readonly ExactSample sample;
    private readonly ExactValues values;
    private readonly ExactGradients? gradients;

    /// <summary>Evaluates a formula.</summary>
    /// <param name="precision">How many bits.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="upstream">What flows back, by element of the value; none where no gradient is asked for.</param>
    public ExactPoint(int precision, ExactFormula formula, ExactSample sample, double[] upstream)
    {
        this.formula = formula;
        this.sample = sample;
        var arithmetic = new BallArithmetic(precision);
        values = new ExactValues(arithmetic, formula, sample);
        gradients = upstream.Length == 0 ? null : new ExactGradients(arithmetic, formula, values, sample, upstream);
    }

    /// <summary>Whether something is unknown for want of digits.</summary>
    public bool LacksDigits => values.LacksDigits || gradients is { LacksDigits: true };

    /// <summary>One number of the sample.</summary>
    public Ball this[ExactElement element] => element.IsValue
        ? values.At(formula.Value, new Positions(sample.Classes) { [0] = element.Position })
        : gradients![element.Input, element.Position];
}
