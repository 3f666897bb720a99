namespace AutoDiffCE.Checking;

/// <summary>A class at −∞ must give what very negative numbers in its place tend to.</summary>
internal static class MaskLimit
{
    private const double Far = -1e7;
    private const double Farther = -1e13;

    // Where results still change between stand-ins by more than this, they tend to nothing that can be compared.
    private const double Converged = 1e-6;
    private const double Tolerance = 1e-6;

    /// <summary>The values and the gradients at a row with −∞, as far as there is a limit; nothing for a row without.</summary>
    public static IEnumerable<GradientElement> Compare(IComparison comparison, double[] row)
    {
        if (!row.Contains(double.NegativeInfinity)) return [];
        return
        [
            .. Compare("value, limit at −∞", comparison.ValuesAt, row, [double.NaN]),
            .. comparison.Gradients.SelectMany(gradient => Compare($"{gradient.Name}, limit at −∞", gradient.GradientAt, row, row)),
        ];
    }

    private static IEnumerable<GradientElement> Compare(string name, Func<double[], double[]> function, double[] row, double[] input)
    {
        double[] actual = function(row);
        // Several classes come from −∞ in any order: what depends on which of them is the largest has no limit.
        double[] ascending = function(Replace(row, i => Far * (row.Length - i)));
        double[] level = function(Replace(row, _ => Far));
        double[] farther = function(Replace(row, i => Farther * (i + 1)));
        int[] limits = [.. Enumerable.Range(0, actual.Length).Where(i => AreClose(ascending[i], farther[i]) && AreClose(level[i], farther[i]))];
        double size = limits.Select(i => Math.Abs(farther[i])).Append(1).Max();
        foreach (int i in limits)
        {
            double error = Math.Abs(actual[i] - farther[i]) / size;
            GradientVerdict verdict = error <= Tolerance ? GradientVerdict.Agrees : GradientVerdict.Disagrees;
            yield return new(name, 0, actual.Length == 1 ? -1 : i, i < input.Length ? input[i] : double.NaN, actual[i], farther[i], error, verdict, "");
        }
    }

    private static bool AreClose(double left, double right) => Math.Abs(left - right) <= Converged * Math.Max(1, Math.Abs(left));

    private static double[] Replace(double[] row, Func<int, double> standIn) => [.. row.Select((x, i) => double.IsNegativeInfinity(x) ? standIn(i) : x)];
}
