using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Recognizes the usual mistakes in a gradient from the numbers alone.</summary>
internal static class Diagnosis
{
    // A mistake explains a gradient if it maps all of it onto the differences, to what differences are good for.
    private const double Fits = 1e-5;

    // A shift explains a wrong element if it leaves next to nothing of the error, and a wrong block if it explains too much of it for chance.
    private const double Leaves = 0.01;
    private const double MostOfThem = 0.75;
    private const int LeastDifferent = 3;

    /// <summary>What seems to have happened; null where nothing usual explains it.</summary>
    public static string? Of(IReadOnlyList<GradientElement> gradient)
    {
        if (gradient.Any(element => double.IsNaN(element.Analytic)))
        {
            return gradient[0].Gradient.StartsWith("gradient", StringComparison.Ordinal)
                ? "it holds NaN. Elements that are never written hold NaN, too: a gradient is overwritten, not added to."
                : "it holds NaN.";
        }

        GradientElement[] elements = [.. gradient.Where(element => element.Class >= 0)];
        if (elements.Length < 2 || elements.Any(element => !double.IsFinite(element.Numeric) || !double.IsFinite(element.Analytic))) return null;
        double[] analytic = [.. elements.Select(element => element.Analytic)];
        double[] numeric = [.. elements.Select(element => element.Numeric)];
        return Factor(analytic, numeric) ?? Shift(elements, analytic, numeric) ?? Neighbors(elements) ?? OnePlace(elements);
    }

    // With one factor k for all, a = k·n, least squares gives k = a·n / n·n.
    private static string? Factor(double[] analytic, double[] numeric)
    {
        double square = numeric.Sum(n => n * n);
        if (square == 0) return null;
        double factor = analytic.Zip(numeric, (a, n) => a * n).Sum() / square;
        if (Math.Abs(factor - 1) < Fits || !Agree(analytic, i => factor * numeric[i], numeric)) return null;
        if (Math.Abs(factor + 1) < Fits) return "every element has the wrong sign.";
        if (factor == 0) return "every element is 0.";
        string times = factor.ToString("G5", CultureInfo.InvariantCulture);
        return $"every element is {times} times what it should be: a factor is missing, or there is one too many.";
    }

    private static string? Shift(GradientElement[] elements, double[] analytic, double[] numeric)
    {
        int length = numeric.Length;
        int classes = elements.Max(element => element.Class) + 1;
        foreach ((int shift, string where) in ((int, string)[])[(1, "place after"), (-1, "place before"), (classes, "row below"), (-classes, "row above")])
        {
            if (length <= 2 * Math.Abs(shift)) continue;
            // At the ends anything may stand.
            bool IsInside(int i) => i + shift >= 0 && i + shift < length;
            if (Agree(analytic, i => IsInside(i) ? numeric[i + shift] : analytic[i], numeric))
                return $"every element is the one that belongs one {where} it: an index is off by one.";
            int[] wrong = [.. Enumerable.Range(0, length).Where(i => elements[i].Verdict == GradientVerdict.Disagrees && IsInside(i))];
            if (!AreShifted(wrong, shift, analytic, numeric)) continue;
            string block = Range(elements[wrong[0]], elements[wrong[^1]]);
            return $"the wrong elements, {block}, are those that belong one {where} them: an index is off by one.";
        }

        return null;
    }

    private static bool AreShifted(int[] wrong, int shift, double[] analytic, double[] numeric)
    {
        double allowed = Fits * numeric.Max(Math.Abs);
        int[] explained =
        [
            .. wrong.Where(i => Math.Abs(analytic[i] - numeric[i + shift]) <= Math.Min(allowed, Leaves * Math.Abs(analytic[i] - numeric[i]))),
        ];
        // Where elements repeat, as zeros do, many are like their neighbors by chance.
        int different = explained.DistinctBy(i => Math.Round(analytic[i] / allowed)).Count();
        return explained.Length >= MostOfThem * wrong.Length && different >= LeastDifferent;
    }

    private static string Range(GradientElement first, GradientElement last) => first.Sample == last.Sample
        ? FormattableString.Invariant($"from class {first.Class} to {last.Class} of sample {first.Sample}")
        : FormattableString.Invariant($"from class {first.Class} of sample {first.Sample} to class {last.Class} of sample {last.Sample}");

    // What was to change class c and changed a neighbor instead is missing at one place and too much at the other.
    private static string? Neighbors(GradientElement[] elements)
    {
        GradientElement[] wrong = [.. elements.Where(element => element.Verdict == GradientVerdict.Disagrees)];
        if (wrong.Length == 0) return null;
        double size = elements.Max(element => Math.Abs(element.Numeric));
        int classes = elements.Max(element => element.Class) + 1;
        foreach (IGrouping<int, GradientElement> sample in wrong.GroupBy(element => element.Sample))
        {
            if (sample.ToArray() is not [GradientElement first, GradientElement second]) return null;
            int distance = Math.Abs(first.Class - second.Class);
            double surplus = first.Analytic - first.Numeric + (second.Analytic - second.Numeric);
            if ((distance != 1 && distance != classes - 1) || Math.Abs(surplus) > Fits * size) return null;
        }

        return "wherever a sample is wrong, two neighboring classes are off by the same amount, one up and one down: an index is off by one.";
    }

    private static string? OnePlace(GradientElement[] elements)
    {
        GradientElement[] wrong = [.. elements.Where(element => element.Verdict == GradientVerdict.Disagrees)];
        if (wrong.Length == 0 || wrong.Length == elements.Length) return null;
        if (wrong.Length > 1 && wrong.All(element => element.Class == wrong[0].Class))
            return FormattableString.Invariant($"only class {wrong[0].Class} is wrong, in {wrong.Length} samples.");
        return wrong.Length > 1 && wrong.All(element => element.Sample == wrong[0].Sample) && elements.Any(element => element.Sample != wrong[0].Sample)
            ? FormattableString.Invariant($"only sample {wrong[0].Sample} is wrong.")
            : null;
    }

    private static bool Agree(double[] analytic, Func<int, double> expected, double[] numeric)
    {
        double size = numeric.Max(Math.Abs);
        for (int i = 0; i < analytic.Length; i++)
        {
            if (Math.Abs(analytic[i] - expected(i)) > Fits * size) return false;
        }

        return true;
    }
}
