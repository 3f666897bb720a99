using System.Globalization;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>What the command line says: words, and options that start with two dashes.</summary>
internal sealed class Arguments(IReadOnlyList<string> arguments)
{
    /// <summary>The words before the first option.</summary>
    public string[] Words { get; } = [.. arguments.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))];

    /// <summary>The value of an option, or what it is without.</summary>
    public string Option(string name, string otherwise)
    {
        for (int index = 0; index + 1 < arguments.Count; index++)
        {
            if (arguments[index] == "--" + name)
                return arguments[index + 1];
        }
        return otherwise;
    }

    public int Number(string name, int otherwise) => int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public ulong Seed => ulong.Parse(Option("seed", "1"), CultureInfo.InvariantCulture);

    /// <summary>The programs to leave out.</summary>
    public IEnumerable<int> Skipped =>
        Option("skip", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));
}
