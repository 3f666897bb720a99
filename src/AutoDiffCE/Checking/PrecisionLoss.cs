using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Tells a gradient that is wrong from one that is right and has lost its digits in float.</summary>
internal static class PrecisionLoss
{
    /// <summary>What to say where float alone is off; null where it is not alone, or a mistake explains it.</summary>
    public static string? Of(IReadOnlyList<GradientElement> elements)
    {
        GradientElement[] single = [.. elements.Where(element => TwinCheck.IsInSingle(element.Gradient))];
        GradientElement[] wrong = [.. single.Where(element => element.Verdict == GradientVerdict.Disagrees)];
        GradientElement[] others = [.. elements.Where(element => !TwinCheck.IsInSingle(element.Gradient))];
        bool isDoubleRight = others.Length > 0 && others.All(element => element.Verdict < GradientVerdict.Undetermined);
        if (wrong.Length == 0 || !isDoubleRight || wrong.GroupBy(element => element.Gradient).Any(group => IsMistake(group.Key, single))) return null;

        GradientElement worst = wrong.MaxBy(element => double.IsFinite(element.Error) ? element.Error : double.MaxValue)!;
        return $"float alone is off, {By(worst)}: {Place(worst)}, {ReportText.Number(worst.Analytic, "G9")} in float for {ReportText.Number(worst.Numeric, "G9")} in "
            + "double. Double is right, so this is a loss of precision, unless float has code of its own: where float loses the digits, use double, or a form of the "
            + "formula in which nothing large cancels or overflows.";
    }

    private static bool IsMistake(string name, GradientElement[] single)
    {
        GradientElement[] gradient = [.. single.Where(element => element.Gradient == name)];
        return gradient.All(element => double.IsFinite(element.Analytic)) && Diagnosis.Of(gradient) is not null;
    }

    private static string By(GradientElement worst)
    {
        double units = worst.Error / TwinCheck.SingleRounding;
        return double.IsFinite(units)
            ? string.Create(CultureInfo.InvariantCulture, $"by up to {units:G3} units in the last place of the largest number of its sample")
            : "where it is not finite and double is";
    }

    private static string Place(GradientElement worst)
    {
        string place = worst.Gradient;
        if (worst.Sample >= 0) place += FormattableString.Invariant($", sample {worst.Sample}");
        if (worst.Class >= 0) place += FormattableString.Invariant($", class {worst.Class}");
        return double.IsNaN(worst.Input) ? place : $"{place}, input {ReportText.Number(worst.Input, "G6")}";
    }
}
