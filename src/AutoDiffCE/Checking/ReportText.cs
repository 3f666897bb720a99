using System.Globalization;
using System.Text;

namespace AutoDiffCE.Checking;

/// <summary>A report as text.</summary>
internal static class ReportText
{
    private const int WorstOfPassed = 3;
    private const int WorstOfFailed = 10;
    private const int Maps = 2;

    public static string Of(GradientReport report)
    {
        StringBuilder text = new();
        Line(text, $"{report.Title}: {(report.Passed ? "passed" : "FAILED")} (seed {report.Seed})");
        IGrouping<string, GradientElement>[] gradients = [.. report.Elements.GroupBy(element => element.Gradient)];
        AppendSummary(text, gradients);
        AppendKinks(text, report);
        AppendWorst(text, report);
        foreach (IGrouping<string, GradientElement> gradient in gradients.Where(IsWrong))
        {
            if (Diagnosis.Of([.. gradient]) is string diagnosis) Line(text, $"\n{gradient.Key}: {diagnosis}");
        }

        if (PrecisionLoss.Of(report.Elements) is string loss) Line(text, $"\n{loss}");
        foreach (IGrouping<string, GradientElement> gradient in gradients.Where(IsMapped).Take(Maps))
            HeatMap.Append(text, gradient.Key, [.. gradient.Where(element => element.Class >= 0)]);
        return text.ToString();
    }

    /// <summary>Adds a line in invariant culture.</summary>
    public static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');

    private static bool IsWrong(IEnumerable<GradientElement> gradient) => gradient.Any(element => element.Verdict >= GradientVerdict.Undetermined);

    private static bool IsMapped(IEnumerable<GradientElement> gradient) =>
        gradient.Any(element => element.Verdict >= GradientVerdict.Undetermined && element.Class >= 0);

    private static void AppendSummary(StringBuilder text, IGrouping<string, GradientElement>[] gradients)
    {
        int width = gradients.Select(gradient => gradient.Key.Length).DefaultIfEmpty().Max();
        text.Append('\n');
        Line(text, $"  {"compared".PadRight(width)}   agree  kinks  not finite  undetermined  wrong  largest error");
        foreach (IGrouping<string, GradientElement> gradient in gradients)
        {
            int Count(GradientVerdict verdict) => gradient.Count(element => element.Verdict == verdict);
            double largest = gradient.Select(element => element.Error).Where(error => !double.IsNaN(error)).DefaultIfEmpty().Max();
            (int agree, int kinks, int notFinite) = (Count(GradientVerdict.Agrees), Count(GradientVerdict.Kink), Count(GradientVerdict.NotFinite));
            (int undetermined, int wrong) = (Count(GradientVerdict.Undetermined), Count(GradientVerdict.Disagrees));
            Line(text, $"  {gradient.Key.PadRight(width)}  {agree,6}  {kinks,5}  {notFinite,10}  {undetermined,12}  {wrong,5}  {Error(largest),13}");
        }
    }

    // Where nothing is wrong and no kink was met, nobody needs to know.
    private static void AppendKinks(StringBuilder text, GradientReport report)
    {
        if (report.Kinks is null || (report.Passed && report.Elements.All(element => element.Verdict != GradientVerdict.Kink))) return;
        Line(text, $"\n  kinks of the formula: {(report.Kinks.Count == 0 ? "none" : string.Join("; ", report.Kinks))}");
    }

    private static void AppendWorst(StringBuilder text, GradientReport report)
    {
        GradientElement[] worst =
        [
            .. report.Elements
                .OrderByDescending(element => Math.Max((int)element.Verdict, (int)GradientVerdict.NotFinite))
                .ThenByDescending(element => double.IsNaN(element.Error) ? 0 : element.Error)
                .Take(report.Passed ? WorstOfPassed : WorstOfFailed),
        ];
        int width = Math.Max(8, worst.Select(element => element.Gradient.Length).DefaultIfEmpty().Max());
        text.Append('\n');
        Line(text, $"  {"worst".PadRight(width)}  sample  class         input         analytic          numeric    error  verdict");
        foreach (GradientElement element in worst)
        {
            string input = double.IsNaN(element.Input) ? "" : Number(element.Input, "G6");
            string note = element.Note.Length == 0 ? "" : $" ({element.Note})";
            Line(text, $"  {element.Gradient.PadRight(width)}  {Place(element.Sample),6}  {Place(element.Class),5}  {input,12}  {Compared(element)}{note}");
        }
    }

    private static string Compared(GradientElement element) =>
        $"{Number(element.Analytic, "G9"),15}  {Number(element.Numeric, "G9"),15}  {Error(element.Error),7}  {Word(element.Verdict)}";

    private static string Place(int number) => number < 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static string Word(GradientVerdict verdict) => verdict switch
    {
        GradientVerdict.Agrees => "agrees",
        GradientVerdict.Kink => "kink",
        GradientVerdict.NotFinite => "not finite",
        GradientVerdict.Undetermined => "undetermined",
        _ => "WRONG",
    };

    /// <summary>A number in invariant culture.</summary>
    public static string Number(double number, string format) => number switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => number.ToString(format, CultureInfo.InvariantCulture),
    };

    private static string Error(double error) => double.IsInfinity(error) ? "∞" : error == 0 ? "0" : error.ToString("0.0E-00", CultureInfo.InvariantCulture);
}
