using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Rows at which losses break: numbers whose exponentials overflow, ties, one class alone, classes that cannot be.</summary>
internal static class ExtremeRows
{
    /// <summary>Just below the logarithm of the largest float, and so far beyond it that every exponential overflows or vanishes.</summary>
    private static readonly double[] Heights = [88, 1e4];

    // Single numbers of the same kind.
    private static readonly double[] Scalars = [0, 1, -1, 1e-3, -1e-3, 88, -88, 1e4, -1e4];

    /// <summary>
    /// Rows within bounds: finite ones, and such as have −∞ where there is no lower bound. What lies beyond a bound is put on it. All numbers are such
    /// as float can hold, so that both precisions are asked the same question.
    /// </summary>
    public static IEnumerable<double[]> Within(double lowest, double highest, int classes)
    {
        IEnumerable<double[]> finite = classes == 1 ? Scalars.Select(number => (double[])[number]) : Finite(classes);
        IEnumerable<double[]> bounded = finite.Select(row => Row(classes, i => Inside(row[i], lowest, highest)));
        IEnumerable<double[]> masked = Masked(classes).Where(row => row.Min() >= lowest && row.Max() <= highest);
        return bounded.Concat(masked).DistinctBy(row => string.Join(' ', row.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double Inside(double number, double lowest, double highest)
    {
        float nearest = (float)Math.Clamp(number, lowest, highest);
        return nearest > highest ? MathF.BitDecrement(nearest) : nearest < lowest ? MathF.BitIncrement(nearest) : nearest;
    }

    private static IEnumerable<double[]> Finite(int classes)
    {
        yield return new double[classes];
        foreach (double height in Heights)
        {
            foreach (double sign in (double[])[1, -1])
            {
                yield return Row(classes, _ => sign * height);
                yield return Row(classes, i => i == 0 ? sign * height : 0);
                yield return Row(classes, i => i == classes - 1 ? sign * height : 0);
                yield return Row(classes, i => i % 2 == 0 ? sign * height : -sign * height);
                yield return Row(classes, i => i < 2 ? sign * height : 0.5 * i);
            }

            yield return Row(classes, i => height * (2.0 * i / (classes - 1) - 1));
        }
    }

    // Rows in which all classes but one or two are impossible.
    private static IEnumerable<double[]> Masked(int classes)
    {
        for (int last = 0; last < Math.Min(2, classes - 1); last++)
        {
            int kept = last;
            yield return Row(classes, i => i <= kept ? 0.5 * i : double.NegativeInfinity);
            yield return Row(classes, i => i >= classes - 1 - kept ? 88 : double.NegativeInfinity);
        }
    }

    private static double[] Row(int classes, Func<int, double> element)
    {
        double[] row = new double[classes];
        for (int i = 0; i < classes; i++) row[i] = element(i);
        return row;
    }
}
