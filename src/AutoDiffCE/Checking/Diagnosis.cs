using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Recognizes the usual mistakes in a gradient from the numbers alone.</summary>
internal static class Diagnosis
{
    // A mistake explains a gradient if it maps all of it onto the differences, to what differences are good for.
    private const double Fits = 1e-5;

    // A shift explains a wrong element if it leaves next to nothing of the error, and a wrong block if it explains too much of it for chance.
    private const double Leaves = 0.01;
    private const double ExplainedShare = 0.75;
    private const int MinDifferent = 3;

    // A factor is one if the ratio of every element that counts is the same: off from the common one by no more than this part of what that is off from 1.
    private const double Consistent = 0.03;
    private const double Counts = 0.01;

    // Nearer to 1 than this, two elements may have the same ratio by chance.
    private const double Near = 0.01;
    private const int MinNear = 3;

    // Errors below this part of the gradient that follow no pattern are lost digits: mistakes are larger.
    private const double Digits = 1e-3;

    /// <summary>What seems to have happened; null where nothing usual explains it.</summary>
    /// <param name="gradient">All elements of one gradient, or of one comparison of two precisions.</param>
    public static string? Of(IReadOnlyList<GradientElement> gradient)
    {
        if (gradient.Any(element => double.IsNaN(element.Analytic)))
        {
            return gradient[0].Gradient.StartsWith("gradient", StringComparison.Ordinal)
                ? "it holds NaN. Elements that are never written hold NaN, too: a gradient is overwritten, not added to."
                : "it holds NaN.";
        }

        return Mistake(gradient) ?? Noise(gradient) ?? (TwinCheck.IsInSingle(gradient[0].Gradient) ? null : Rest(gradient));
    }

    /// <summary>A factor, or an index that is off by one.</summary>
    private static string? Mistake(IReadOnlyList<GradientElement> gradient)
    {
        GradientElement[] elements = Comparable(gradient);
        if (elements.Length < 2 || elements.All(element => element.Verdict != GradientVerdict.Disagrees)) return null;
        double[] analytic = [.. elements.Select(element => element.Analytic)];
        double[] numeric = [.. elements.Select(element => element.Numeric)];
        return Factor(analytic, numeric) ?? Shift(elements, analytic, numeric) ?? Neighbors(elements);
    }

    // Where most of the differences are noise, those that disagree are no evidence.
    private static string? Noise(IReadOnlyList<GradientElement> gradient)
    {
        int undetermined = gradient.Count(element => element.Verdict == GradientVerdict.Undetermined);
        int wrong = gradient.Count(element => element.Verdict == GradientVerdict.Disagrees);
        if (undetermined < Math.Max(1, wrong)) return null;
        string others = wrong == 0 ? "no element is known to be wrong" : FormattableString.Invariant($"the {wrong} that disagree may be noise, too");
        return FormattableString.Invariant(
            $"differences say nothing about {undetermined} of {gradient.Count} elements, since the values are noise, jump or bend there; {others}.");
    }

    private static string? Rest(IReadOnlyList<GradientElement> gradient)
    {
        GradientElement[] elements = Comparable(gradient);
        return elements.Length < 2 ? null : OnePlace(elements) ?? LostDigits(elements);
    }

    // None where some element has nothing to be compared with.
    private static GradientElement[] Comparable(IReadOnlyList<GradientElement> gradient)
    {
        GradientElement[] elements = [.. gradient.Where(element => element.Class >= 0)];
        return elements.All(element => double.IsFinite(element.Numeric) && double.IsFinite(element.Analytic)) ? elements : [];
    }

    // With one factor k for all, a = k·n, least squares gives k = a·n / n·n.
    private static string? Factor(double[] analytic, double[] numeric)
    {
        double square = numeric.Sum(n => n * n);
        if (square == 0) return null;
        double factor = analytic.Zip(numeric, (a, n) => a * n).Sum() / square;
        if (!IsFactor(factor, analytic, numeric)) return null;
        if (Math.Abs(factor + 1) < Fits) return "every element has the wrong sign.";
        if (factor == 0) return "every element is 0.";
        // As many digits as it takes to tell it from 1, and three more.
        int digits = 3 + Math.Max(2, (int)Math.Ceiling(-Math.Log10(Math.Abs(factor - 1))));
        string times = factor.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return $"every element is {times} times what it should be: a factor is missing, or there is one too many.";
    }

    private static bool IsFactor(double factor, double[] analytic, double[] numeric)
    {
        double away = Math.Abs(factor - 1);
        double size = numeric.Max(Math.Abs);
        double allowed = Math.Min(Fits, Consistent * away);
        int counted = 0;
        for (int i = 0; i < analytic.Length; i++)
        {
            // an element that is next to nothing has a ratio that is noise
            bool counts = Math.Abs(numeric[i]) >= Counts * size;
            if (!(Math.Abs(analytic[i] - (factor * numeric[i])) <= allowed * (counts ? Math.Abs(numeric[i]) : size))) return false;
            if (counts) counted++;
        }

        return away >= Near || counted >= MinNear;
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
        return explained.Length >= ExplainedShare * wrong.Length && different >= MinDifferent;
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
            double allowed = Math.Min(Fits * size, Leaves * Math.Abs(first.Analytic - first.Numeric));
            if ((distance != 1 && distance != classes - 1) || Math.Abs(surplus) > allowed) return null;
        }

        return "wherever a sample is wrong, two neighboring classes are off by the same amount, one up and one down: an index is off by one.";
    }

    private static string? OnePlace(GradientElement[] elements)
    {
        GradientElement[] wrong = [.. elements.Where(element => element.Verdict == GradientVerdict.Disagrees)];
        if (wrong.Length == 0 || wrong.Length == elements.Length) return null;
        if (wrong.Length == 1)
            return FormattableString.Invariant($"only one of {elements.Length} elements is wrong: class {wrong[0].Class} of sample {wrong[0].Sample}.");
        if (wrong.Length > 1 && wrong.All(element => element.Class == wrong[0].Class))
            return FormattableString.Invariant($"only class {wrong[0].Class} is wrong, in {wrong.Length} samples.");
        return wrong.Length > 1 && wrong.All(element => element.Sample == wrong[0].Sample) && elements.Any(element => element.Sample != wrong[0].Sample)
            ? FormattableString.Invariant($"only sample {wrong[0].Sample} is wrong.")
            : null;
    }

    private static string? LostDigits(GradientElement[] elements)
    {
        double size = elements.Max(element => Math.Abs(element.Numeric));
        double largest = elements.Max(element => Math.Abs(element.Analytic - element.Numeric));
        return largest > Digits * size ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the errors are up to {largest / size:0.0E-00} of the largest element and follow no pattern: digits are lost, in the gradient or in the values.");
    }

    // What is expected instead must leave next to nothing of the error: among elements that are alike, each is like its neighbor.
    private static bool Agree(double[] analytic, Func<int, double> expected, double[] numeric)
    {
        double error = analytic.Zip(numeric, (a, n) => Math.Abs(a - n)).Max();
        double allowed = Math.Min(Fits * numeric.Max(Math.Abs), Leaves * error);
        for (int i = 0; i < analytic.Length; i++)
        {
            if (Math.Abs(analytic[i] - expected(i)) > allowed) return false;
        }

        return true;
    }
}
