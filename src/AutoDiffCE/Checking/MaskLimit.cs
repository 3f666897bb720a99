namespace AutoDiffCE.Checking;

/// <summary>A class at −∞ must give what very negative numbers in its place tend to.</summary>
internal static class MaskLimit
{
    private const double Far = -1e7;
    private const double Farther = -1e13;

    // Where value or gradient still change between both stand-ins by more than this, they tend to nothing that can be compared.
    private const double Converged = 1e-6;
    private const double Tolerance = 1e-6;

    /// <summary>The value and the gradient at a row with −∞, as far as there is a limit; nothing for a row without.</summary>
    public static IEnumerable<GradientElement> Compare(ILossBatch<double> batch, double[] row, string note)
    {
        if (!row.Contains(double.NegativeInfinity)) yield break;
        (double[] actual, double[] far, double[] farther) = (Results(batch, row), Results(batch, Replace(row, Far)), Results(batch, Replace(row, Farther)));
        double size = Math.Max(1, farther.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        for (int i = 0; i <= row.Length; i++)
        {
            bool isLimit = Math.Abs(far[i] - farther[i]) <= Converged * Math.Max(1, Math.Abs(far[i]));
            if (!isLimit) continue;
            double error = Math.Abs(actual[i] - farther[i]) / size;
            GradientVerdict verdict = error <= Tolerance ? GradientVerdict.Agrees : GradientVerdict.Disagrees;
            int @class = i < row.Length ? i : -1;
            yield return new("limit at −∞", 0, @class, i < row.Length ? row[i] : double.NaN, actual[i], farther[i], error, verdict, note);
        }
    }

    // The gradient, and the value behind it.
    private static double[] Results(ILossBatch<double> batch, double[] row)
    {
        double[] results = new double[row.Length + 1];
        results[^1] = batch.ValueAndGradient(row, results.AsSpan(0, row.Length));
        return results;
    }

    private static double[] Replace(double[] row, double number) => [.. row.Select(x => double.IsNegativeInfinity(x) ? number : x)];
}
