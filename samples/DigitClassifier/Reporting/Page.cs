namespace DigitClassifier;

/// <summary>What the console shows.</summary>
internal static class Page
{
    private const int ImagesPerLine = 5;

    // A character is about twice as high as wide, so it stands for two columns and four rows of pixels.
    private const int ColumnsPerCharacter = 2;
    private const int RowsPerCharacter = 4;
    private const string Shades = " ░▒▓█";

    // Pens are thin, so most characters are partly paper; they are shown as if there were more ink.
    private const double Contrast = 1.3;

    /// <summary>A headline.</summary>
    public static void Section(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine(new string('─', title.Length));
    }

    /// <summary>A statement, and whether it is true.</summary>
    /// <returns>Whether it is.</returns>
    public static bool Check(string text, bool isTrue)
    {
        Console.WriteLine($"  {text} {(isTrue ? '✓' : '✗')}");
        return isTrue;
    }

    /// <summary>A text, indented.</summary>
    public static void Quote(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            Console.WriteLine(line.Length == 0 ? "" : "    " + line);
    }

    /// <summary>The first images, as text.</summary>
    public static void Images(DigitSet set, int count)
    {
        for (int first = 0; first < Math.Min(count, set.Count); first += ImagesPerLine)
        {
            Console.WriteLine();
            int last = Math.Min(first + ImagesPerLine, Math.Min(count, set.Count));
            for (int row = 0; row + RowsPerCharacter <= set.Rows; row += RowsPerCharacter)
                Console.WriteLine("  " + string.Join("  ", Enumerable.Range(first, last - first).Select(index => Line(set, index, row))).TrimEnd());
        }
    }

    /// <summary>A line of the table of epochs, behind what the progress bar has left.</summary>
    public static void Epoch(EpochResult result) =>
        Console.WriteLine($"  training {Text(result.Training)}   held out {Text(result.HeldOut)}");

    /// <summary>Which digit was taken for which, and how many of each were recognized.</summary>
    public static void Confusion(ConfusionMatrix matrix)
    {
        Console.WriteLine();
        IEnumerable<string> digits = Enumerable.Range(0, matrix.Classes).Select(digit => $"{digit,5}");
        Console.WriteLine($"         taken for {string.Join(' ', digits)}   recognized");
        for (int actual = 0; actual < matrix.Classes; actual++)
        {
            IEnumerable<string> counts = Enumerable.Range(0, matrix.Classes).Select(predicted => Count(matrix[actual, predicted]));
            Console.WriteLine($"  digit {actual}          {string.Join(' ', counts)}   {matrix.Recall(actual),9:P1}");
        }
    }

    private static string Text(Score score) => $"{score.Loss,7:F4} {score.Accuracy,8:P2}";

    private static string Count(int count) => count == 0 ? "    ·" : $"{count,5}";

    private static string Line(DigitSet set, int index, int top)
    {
        ReadOnlySpan<byte> image = set.Image(index);
        char[] line = new char[set.Columns / ColumnsPerCharacter];
        for (int place = 0; place < line.Length; place++)
        {
            int sum = 0;
            for (int row = top; row < top + RowsPerCharacter; row++)
            {
                for (int column = 0; column < ColumnsPerCharacter; column++)
                    sum += image[row * set.Columns + place * ColumnsPerCharacter + column];
            }

            double brightness = Contrast * sum / (RowsPerCharacter * ColumnsPerCharacter * 255);
            line[place] = Shades[Math.Min(Shades.Length - 1, (int)(Shades.Length * brightness))];
        }

        return new string(line);
    }
}
