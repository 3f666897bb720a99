using System.Text.Json;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>A line from a worker to the process that started it.</summary>
/// <param name="Type">One of the names below.</param>
/// <param name="Number">The program.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Text">The program and the numbers.</param>
/// <param name="Size">How large the program is.</param>
/// <param name="Counts">What was done.</param>
internal sealed record Message(string Type, int Number = 0, string Kind = "", string Text = "", int Size = 0, IReadOnlyDictionary<string, long>? Counts = null)
{
    /// <summary>The compiler of C# alone is at work on a program.</summary>
    public const string Compiling = "compiling";

    /// <summary>Generator and analyzer are at work on a program, or it runs.</summary>
    public const string Started = "started";

    /// <summary>All programs before a number are done.</summary>
    public const string Counted = "counted";

    /// <summary>Something is wrong.</summary>
    public const string Found = "found";

    /// <summary>The same in a smaller program.</summary>
    public const string Shrunk = "shrunk";

    /// <summary>Before each line, so that what anything else prints is no message.</summary>
    private const string Mark = "#net ";

    public override string ToString() => Mark + JsonSerializer.Serialize(this);

    public static Message? Parse(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<Message>(line.AsSpan(Mark.Length)) : null;
}
