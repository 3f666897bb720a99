using System.Text.Json;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>A line from a worker to the process that started it.</summary>
/// <param name="Type">started, counted, found, shrunk.</param>
/// <param name="Number">The program.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Text">The program and the numbers.</param>
/// <param name="Size">How large the program is.</param>
/// <param name="Counts">What was done.</param>
internal sealed record Message(string Type, int Number = 0, string Kind = "", string Text = "", int Size = 0, IReadOnlyDictionary<string, long>? Counts = null)
{
    public const string Started = "started", Counted = "counted", Found = "found", Shrunk = "shrunk", Hung = "hung";

    /// <summary>Before each line, so that what anything else prints is no message.</summary>
    private const string Mark = "#net ";

    public override string ToString() => Mark + JsonSerializer.Serialize(this);

    public static Message? Parse(string line) => line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<Message>(line.AsSpan(Mark.Length)) : null;
}
