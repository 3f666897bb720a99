namespace AutoDiffCE.Checking;

/// <summary>Compares what two pieces of code say about the same point: a float kernel and its double twin, or two members of a loss.</summary>
/// <param name="units">How many units in the last place may lie between them, beside the condition.</param>
internal sealed class TwinCheck(double units)
{
    /// <summary>The distance from 1 to the next float, which is what float kernels are measured in.</summary>
    public const double SingleRounding = 1.0 / (1 << 23);

    /// <summary>The distance from 1 to the next double.</summary>
    public const double DoubleRounding = 1.0 / (1L << 52);

    // How often the point is moved to see how much that changes the result: by its own rounding, once for each binary digit of a position, and at random.
    private const int Digits = 8;
    private const int Draws = 8;

    /// <summary>Whether a comparison is of float with double, by its name in the report.</summary>
    public static bool IsInSingle(string name) => name.EndsWith(" in float", StringComparison.Ordinal);

    /// <summary>
    /// How far each result may be off in float for reasons that no code can help, for each unit in the last place that is allowed: how much it changes
    /// where all inputs are off by a unit in the last place (its condition), and the rounding of what it is nearby, where inputs differ by 1. The
    /// latter tells a result that is small because large terms cancel just here from one that is small for good.
    /// </summary>
    /// <param name="function">Writes results at a point, with its data rounded differently each time.</param>
    /// <param name="point">The point.</param>
    /// <param name="expected">The results there.</param>
    /// <param name="random">Chooses the signs.</param>
    public static double[] Sensitivity(Action<double[], double[]> function, double[] point, double[] expected, Random random)
    {
        double[] sensitivity = new double[expected.Length];
        double[] result = new double[expected.Length];
        double[] moved = new double[point.Length];
        bool[] isUp = [.. point.Select(_ => random.Next(2) == 0)];
        for (int draw = 0; draw < Digits + Draws; draw++)
        {
            for (int i = 0; i < point.Length; i++)
                moved[i] = OffByOneUnit(point[i], draw < Digits ? isUp[i] ^ IsReversed(i, draw) : random.Next(2) == 0);
            function(moved, result);
            for (int i = 0; i < result.Length; i++) sensitivity[i] = Math.Max(sensitivity[i], SizeOf(result[i] - expected[i]));
        }

        double[] nearby = new double[expected.Length];
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < point.Length; i++) moved[i] = point[i] + (random.Next(2) == 0 ? 1 : -1);
            function(moved, result);
            for (int i = 0; i < result.Length; i++) nearby[i] = Math.Max(nearby[i], SingleRounding * SizeOf(result[i]));
        }

        for (int i = 0; i < sensitivity.Length; i++) sensitivity[i] += nearby[i];
        return sensitivity;
    }

    /// <summary>The number, and the last place of a float more or less.</summary>
    public static double OffByOneUnit(double number, Random random) => OffByOneUnit(number, random.Next(2) == 0);

    private static double OffByOneUnit(double number, bool isUp) => number * (1 + (isUp ? SingleRounding : -SingleRounding));

    // Two positions differ in a digit, and what moves both alike elsewhere moves them apart in the draw of that digit. Left to chance alone, two logits that
    // share all probability would now and then move together in every draw, which changes nothing.
    private static bool IsReversed(int position, int digit) => (((position + 1) >> digit) & 1) == 1;

    /// <summary>Compares results one by one; the bound is relative to the largest of the same sample.</summary>
    /// <param name="name">What stands in the report.</param>
    /// <param name="layout">Where samples and classes are.</param>
    /// <param name="input">The numbers the derivatives are taken by.</param>
    /// <param name="actual">The results under test.</param>
    /// <param name="expected">What they should be.</param>
    /// <param name="sensitivity">What <see cref="Sensitivity"/> gave, or nothing.</param>
    /// <param name="rounding">The unit in the last place of 1 in the precision under test.</param>
    /// <param name="describe">What belongs to a sample beside its row.</param>
    public IEnumerable<GradientElement> Compare(
        string name,
        ElementLayout layout,
        double[] input,
        double[] actual,
        double[] expected,
        double[] sensitivity,
        double rounding,
        Func<int, string> describe)
    {
        double[] sizes = new double[layout.Samples(expected.Length)];
        for (int i = 0; i < expected.Length; i++)
        {
            int sample = layout.At(i).Sample;
            if (!layout.IsPadding(i) && double.IsFinite(expected[i])) sizes[sample] = Math.Max(sizes[sample], Math.Abs(expected[i]));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            if (layout.IsPadding(i)) continue;
            (int sample, int @class) = layout.At(i);
            double allowed = units * (rounding * sizes[sample] + (sensitivity.Length == 0 ? 0 : sensitivity[i]));
            (GradientVerdict verdict, double error) = Decide(actual[i], expected[i], allowed, sizes[sample], rounding);
            yield return new(name, sample, @class, input[i], actual[i], expected[i], error, verdict, describe(sample));
        }
    }

    /// <summary>Compares one result, such as the value of a batch.</summary>
    public GradientElement CompareValue(string name, double actual, double expected, double sensitivity, double size, double rounding)
    {
        double allowed = units * (rounding * Math.Max(size, Math.Abs(expected)) + sensitivity);
        (GradientVerdict verdict, double error) = Decide(actual, expected, allowed, Math.Abs(expected), rounding);
        return new(name, -1, -1, double.NaN, actual, expected, error, verdict, "value");
    }

    private static (GradientVerdict Verdict, double Error) Decide(double actual, double expected, double allowed, double size, double rounding)
    {
        // What the precision cannot hold is infinite there, and what is smaller than its smallest normal number may be 0.
        (double smallest, double largest) = rounding == SingleRounding ? (1.1754944e-38, float.MaxValue) : (2.2250738585072014e-308, double.MaxValue);
        if (actual.Equals(expected)) return (double.IsFinite(actual) ? GradientVerdict.Agrees : GradientVerdict.NotFinite, 0);
        bool mayOverflow = Math.Abs(expected) + allowed >= largest && double.IsNegative(actual) == double.IsNegative(expected);
        if (double.IsInfinity(actual) && mayOverflow) return (GradientVerdict.NotFinite, 0);
        double difference = Math.Abs(actual - expected);
        double error = difference / Math.Max(size, smallest);
        return difference <= allowed + smallest ? (GradientVerdict.Agrees, error) : (GradientVerdict.Disagrees, error);
    }

    private static double SizeOf(double number) => double.IsFinite(number) ? Math.Abs(number) : 0;
}
