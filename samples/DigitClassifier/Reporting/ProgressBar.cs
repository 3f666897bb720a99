namespace DigitClassifier;

/// <summary>
/// How far a task is: a bar that grows in place, or, where the output goes to a file or another program, nothing but its name and ten dots.
/// </summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Width = 20;
    private const int Dots = 10;

    private readonly string name;
    private readonly long total;
    private int shown;

    public ProgressBar(string name, long total)
    {
        this.name = name;
        this.total = total;
        if (Console.IsOutputRedirected) Console.Write(name + " ");
    }

    /// <summary>Shows that so much is done.</summary>
    public void Advance(long done, string note)
    {
        if (Console.IsOutputRedirected) AdvanceDots(done);
        else AdvanceBar(done, note);
    }

    /// <summary>Leaves the cursor where the result of the task belongs: behind its name.</summary>
    public void Dispose()
    {
        if (!Console.IsOutputRedirected) Console.Write($"\r{new string(' ', name.Length + Width + 40)}\r{name} ");
    }

    private void AdvanceDots(long done)
    {
        for (; shown < Dots * done / total; shown++)
            Console.Write('.');
    }

    // A hundred times is often enough: a terminal is slower than a network.
    private void AdvanceBar(long done, string note)
    {
        int percent = (int)(100 * done / total);
        if (percent == shown) return;
        shown = percent;
        int filled = Width * percent / 100;
        Console.Write($"\r{name} {new string('█', filled)}{new string('░', Width - filled)} {percent,3} %  {note}   ");
    }
}
