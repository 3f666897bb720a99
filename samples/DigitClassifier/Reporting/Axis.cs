namespace DigitClassifier;

/// <summary>The vertical axis of a chart: equal steps between round numbers.</summary>
internal sealed record Axis(double Lowest, double Step, int Steps)
{
    private const int MaxSteps = 7;

    // What rounding may add to a quotient that is a whole number.
    private const double Slack = 1e-9;

    /// <summary>The value at the top.</summary>
    public double Highest => Lowest + Steps * Step;

    /// <summary>The values that have a tick, from the bottom to the top.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(tick => Lowest + tick * Step);

    /// <summary>The axis with the smallest step of …, 0.1, 0.2, 0.5, 1, 2, 5, … that leaves room between its ticks.</summary>
    public static Axis Covering(double lowest, double highest)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(highest - lowest)) - 1);
        return new double[] { 1, 2, 5, 10, 20, 50 }.Select(factor => WithStep(factor * decade)).First(axis => axis.Steps <= MaxSteps);

        Axis WithStep(double step)
        {
            double bottom = Math.Floor(lowest / step + Slack);
            return new(bottom * step, step, (int)(Math.Ceiling(highest / step - Slack) - bottom));
        }
    }
}
