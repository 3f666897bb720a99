namespace AutoDiffCE.Tests.Stability;

/// <summary>Rows of logits at which textbook formulas overflow, underflow or cancel. All numbers are representable in float.</summary>
internal static class ExtremeRows
{
    public const int Seed = 77_001;

    private const double Masked = double.NegativeInfinity;

    private static readonly (double First, double Others)[] oneAmongEquals =
        [(20, 0), (40, 0), (-30, 0), (1e4, 0), (1e4, -1e4), (-1e4, 1e4), (1e4, 9990), (9990, 1e4), (88, 80), (-88, 0), (88, -10)];

    /// <summary>Rows of a length, up to ±1e4.</summary>
    public static IEnumerable<double[]> OfLength(int classes)
    {
        foreach (double level in new[] { 0, 5, -87, 100, 1e4, -1e4 })
            yield return Filled(classes, level, level);
        foreach ((double first, double others) in oneAmongEquals)
            yield return Filled(classes, first, others);
        foreach (double scale in new[] { 1e-6, 0.1, 1, 10, 100, 1000, 1e4 })
        {
            for (int repetition = 0; repetition < 3; repetition++)
                yield return Random(classes, scale, new Random(Seed + repetition));
        }
    }

    /// <summary>Rows of a length in which some classes cannot be.</summary>
    public static IEnumerable<double[]> MaskedOfLength(int classes)
    {
        foreach (double[] row in OfLength(classes))
        {
            for (int c = 0; c < classes; c++)
                row[c] = c % 3 == 1 ? Masked : row[c];
            yield return row;
        }
    }

    private static double[] Filled(int classes, double first, double others)
    {
        var row = new double[classes];
        Array.Fill(row, others);
        row[0] = first;
        return row;
    }

    private static double[] Random(int classes, double scale, Random random) =>
        [.. Enumerable.Range(0, classes).Select(_ => (double)(float)(((random.NextDouble() * 2) - 1) * scale))];
}
