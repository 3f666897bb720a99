using System.Text;

namespace AutoDiffCE.Checking;

/// <summary>Samples down, classes across, one letter for each derivative or for the worst of several.</summary>
internal static class HeatMap
{
    private const int MaxRows = 32;
    private const int MaxColumns = 96;

    // Beyond so many rows, those in which nothing is wrong are left out.
    private const int ShortMap = 12;

    public static void Append(StringBuilder text, string name, GradientElement[] elements)
    {
        int samples = elements.Max(element => element.Sample) + 1;
        int classes = elements.Max(element => element.Class) + 1;
        // Several elements share a letter where the batch is larger than the map.
        int down = (samples + MaxRows - 1) / MaxRows;
        int across = (classes + MaxColumns - 1) / MaxColumns;
        var worst = new GradientElement?[(samples + down - 1) / down, (classes + across - 1) / across];
        foreach (GradientElement element in elements)
        {
            ref GradientElement? cell = ref worst[element.Sample / down, element.Class / across];
            if (cell is null || IsWorse(element, cell)) cell = element;
        }

        ReportText.Line(text, $"\n{name}: samples down{Each(down)}, classes across{Each(across)}");
        ReportText.Line(text, $"  · agrees  ^ kink  ∞ not finite  ? undetermined  wrong by ░ < 0.1 %  ▒ < 10 %  ▓ < 100 %  █ more, or NaN\n");
        for (int row = 0; row < worst.GetLength(0); row++)
        {
            StringBuilder letters = new();
            for (int column = 0; column < worst.GetLength(1); column++) letters.Append(Letter(worst[row, column]));
            if (letters.ToString().All(letter => letter is ' ' or '·') && worst.GetLength(0) > ShortMap) continue;
            ReportText.Line(text, $"  {row * down,6}  {letters.ToString().TrimEnd()}");
        }
    }

    private static string Each(int count) => count == 1 ? "" : FormattableString.Invariant($" ({count} a letter)");

    private static bool IsWorse(GradientElement element, GradientElement than) =>
        element.Verdict > than.Verdict || (element.Verdict == than.Verdict && element.Error > than.Error);

    private static char Letter(GradientElement? element) => element switch
    {
        null => ' ',
        { Verdict: GradientVerdict.Agrees } => '·',
        { Verdict: GradientVerdict.Kink } => '^',
        { Verdict: GradientVerdict.NotFinite } => '∞',
        { Verdict: GradientVerdict.Undetermined } => '?',
        { Error: < 1e-3 } => '░',
        { Error: < 0.1 } => '▒',
        { Error: < 1 } => '▓',
        _ => '█',
    };
}
