namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>Rows of logits where naive formulas fail, and ordinary ones.</summary>
internal static class Logits
{
    public static IEnumerable<double[]> Extreme()
    {
        yield return [0, 0, 0, 0];
        yield return [1e4, 0, -1e4, 5];
        yield return [-1e4, -1e4, -1e4, -1e4];
        yield return [1e4, 1e4, 1e4, 1e4];
        yield return [20, 0, 0, 0];
        yield return [40, 0, 1e-3, -1e-3];
        yield return [300, -300, 0, 1];
        yield return [700, -7, -6, 0];
        yield return [1e-20, -1e-20, 0, 1e-300];
        yield return [710, 709, 708, 1e4];
        yield return [double.NegativeInfinity, 3, 1, 2];
        yield return [1000, double.NegativeInfinity, double.NegativeInfinity, -1000];
        yield return [5];
        yield return [3, 4];
    }

    public static double[] Random(Random random)
    {
        double scale = Math.Pow(10, (random.NextDouble() * 5) - 1);
        return [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => ((random.NextDouble() * 2) - 1) * scale)];
    }

    /// <summary>The largest finite magnitude: exponents of that size are rounded.</summary>
    public static double Magnitude(double[] row) => row.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
}
