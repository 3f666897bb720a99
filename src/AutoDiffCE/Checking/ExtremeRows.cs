namespace AutoDiffCE.Checking;

/// <summary>Rows at which losses break: numbers whose exponentials overflow, ties, one class alone, classes that cannot be.</summary>
internal static class ExtremeRows
{
    /// <summary>Just below the logarithm of the largest float, and so far beyond it that every exponential overflows or vanishes.</summary>
    private static readonly double[] Heights = [88, 1e4];

    /// <summary>Single numbers of the same kind.</summary>
    public static double[] Scalars { get; } = [0, 1, -1, 1e-3, -1e-3, 88, -88, 1e4, -1e4];

    /// <summary>Rows of finite numbers.</summary>
    public static IEnumerable<double[]> Finite(int classes)
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

            yield return Row(classes, i => classes == 1 ? height : height * (2.0 * i / (classes - 1) - 1));
        }
    }

    /// <summary>Rows in which all classes but one or two are impossible.</summary>
    public static IEnumerable<double[]> Masked(int classes)
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
