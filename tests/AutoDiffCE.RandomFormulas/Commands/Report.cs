using AutoDiffCE.RandomFormulas.Broken;
using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>What the workers found, by kind, the smallest program first.</summary>
internal sealed class Report(ulong seed, TextWriter output)
{
    private readonly Lock gate = new();
    private readonly Tally tally = new();
    private readonly Dictionary<string, List<Message>> found = new(StringComparer.Ordinal);

    public int Findings => found.Values.Sum(messages => messages.Count(message => message.Type == Message.Found));

    public void Add(Message message)
    {
        lock (gate)
        {
            foreach ((string what, long times) in message.Counts ?? new Dictionary<string, long>())
                tally.Count(what, times);
            if (message.Type is not (Message.Found or Message.Shrunk))
                return;
            if (!found.TryGetValue(message.Kind, out List<Message>? messages))
            {
                found.Add(message.Kind, messages = []);
                output.WriteLine($"found: {message.Kind}, program {message.Number} of seed {seed}");
            }
            messages.Add(message);
            if (message.Type == Message.Shrunk)
                output.WriteLine($"-- smaller: {message.Kind}, program {message.Number} of seed {seed}\n{message.Text}");
        }
    }

    /// <summary>A program that its process did not survive.</summary>
    public void Crashed(string command, int number, string kind)
    {
        string text = command == "worker" ? Printer.Class(ProgramGenerator.Generate(seed, number)) : BrokenWorker.Short(BrokenProgram.Make(seed, number));
        Add(new Message(Message.Found, number, kind, text, text.Length));
    }

    public void Print()
    {
        foreach ((string kind, List<Message> messages) in found.OrderByDescending(kind => kind.Value.Count))
        {
            int[] numbers = [.. messages.Select(message => message.Number).Distinct().Order()];
            output.WriteLine();
            output.WriteLine($"== {kind}");
            output.WriteLine($"   {numbers.Length} programs of seed {seed}: {string.Join(", ", numbers.Take(12))}");
            foreach (Message message in messages.OrderBy(message => message.Size).Take(messages.Exists(message => message.Type == Message.Shrunk) ? 2 : 1))
                output.WriteLine(message.Text);
        }
        output.WriteLine();
        output.WriteLine(tally);
        output.WriteLine(found.Count == 0 ? "nothing found" : $"{Findings} findings of {found.Count} kinds");
    }
}
