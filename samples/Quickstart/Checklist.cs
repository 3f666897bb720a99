namespace Quickstart;

/// <summary>Prints what was computed beside what was expected, and remembers whether anything was off.</summary>
internal sealed class Checklist
{
    private int made;
    private int failed;

    /// <summary>A headline.</summary>
    public static void Section(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine(new string('─', title.Length));
    }

    /// <summary>Numbers that must be the expected ones in all the decimals that are printed.</summary>
    public void Numbers(string name, int decimals, ReadOnlySpan<double> computed, ReadOnlySpan<double> expected)
    {
        string left = Text(computed, decimals);
        string right = Text(expected, decimals);
        Line($"  {name,-34} {left,-28} expected {right,-24}", left == right);
    }

    /// <summary>A statement that must be true.</summary>
    public void Line(string text, bool isTrue)
    {
        made++;
        if (!isTrue) failed++;
        Console.WriteLine($"{text} {(isTrue ? '✓' : '✗')}");
    }

    /// <summary>The last line, and the exit code: 0 if nothing was off.</summary>
    public int Conclude()
    {
        Console.WriteLine();
        Console.WriteLine(failed == 0 ? $"All {made} checks hold." : $"{failed} of {made} checks FAILED.");
        return failed == 0 ? 0 : 1;
    }

    /// <summary>Numbers side by side.</summary>
    public static string Text(ReadOnlySpan<double> numbers, int decimals)
    {
        var texts = new string[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            texts[i] = numbers[i].ToString($"F{decimals}", System.Globalization.CultureInfo.InvariantCulture);
        return string.Join(' ', texts);
    }
}
