using System.Globalization;
using AutoDiffCE.RandomFormulas.Broken;
using AutoDiffCE.RandomFormulas.Judging;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>Broken programs in a process of its own, which one of them may bring down.</summary>
internal static class BrokenWorker
{
    private const int CountedTogether = 25;

    public static int Run(Arguments arguments)
    {
        var watch = new Watch(() => Environment.Exit(WorkerPool.HungCode));
        // What the compiler itself needs to get ready is nobody's time.
        BrokenRun.Run("[AutoDiffCE.Loss] partial class Warm { public double Formula(double x) => x; }", "Warm");
        int first = arguments.Number("first", 0), end = arguments.Number("end", 1);
        HashSet<int> skipped = [.. arguments.Skipped];
        var tally = new Tally();
        for (int number = first; number < end; number++)
        {
            if (skipped.Contains(number))
                continue;
            string text = BrokenProgram.Make(arguments.Seed, number);
            Send(new Message(Message.Compiling, number));
            BrokenRun.Compile(text, BrokenProgram.Name(number));
            Send(new Message(Message.Started, number));
            watch.Start(Net.MillisecondsAllowed);
            IReadOnlyList<string> faults = BrokenRun.Run(text, BrokenProgram.Name(number));
            watch.Rest();
            tally.Count("broken programs");
            foreach (string fault in faults)
                Send(new Message(Message.Found, number, Kind(fault), Short(text) + "\n" + fault, text.Length));
            if ((number + 1) % CountedTogether == 0 || number + 1 == end)
            {
                Send(new Message(Message.Counted, number + 1, Counts: tally.Counts));
                tally = new Tally();
            }
        }
        return 0;
    }

    /// <summary>A program as a report shows it.</summary>
    public static string Short(string text) =>
        text.Length < 2000 ? text : text[..1000] + string.Create(CultureInfo.InvariantCulture, $"… {text.Length} characters");

    private static string Kind(string fault) => fault.Split('\n')[0] is { Length: > 160 } line ? line[..160] : fault.Split('\n')[0];

    private static void Send(Message message)
    {
        Console.Out.WriteLine(message.ToString());
        Console.Out.Flush();
    }
}
