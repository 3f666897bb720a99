namespace DigitClassifier;

/// <summary>What the command line says.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        DigitClassifier [images labels [test-images test-labels]] [--curve FILE] [--epochs N] [--seed N] [--export DIRECTORY]

          images labels            IDX files such as MNIST's, compressed by gzip or not; without them, digits are generated
          test-images test-labels  what to hold out; without them, every sixth image
          --curve FILE             where to write the learning curve, an SVG picture
          --epochs N               how often to see each image
          --seed N                 where the random numbers start
          --export DIRECTORY       write the digits as IDX files there, and do nothing else
        """;

    /// <summary>The paths of IDX files: none, two or four.</summary>
    public string[] Files { get; private init; } = [];

    /// <summary>Where the learning curve goes.</summary>
    public string CurvePath { get; private init; } = Path.Combine(Path.GetTempPath(), $"DigitClassifier-{Environment.UserName}.svg");

    /// <summary>How often to see each image.</summary>
    public int Epochs { get; private init; } = new TrainingPlan().Epochs;

    /// <summary>Where the random numbers start.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where to write the digits instead of training, or null.</summary>
    public string? ExportDirectory { get; private init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ArgumentException">It cannot be understood.</exception>
    public static Arguments Parse(IEnumerable<string> words)
    {
        var result = new Arguments();
        var rest = new Queue<string>(words);
        while (rest.TryDequeue(out string? word))
        {
            result = word switch
            {
                "--curve" => result with { CurvePath = After(word, rest) },
                "--epochs" => result with { Epochs = Number(word, rest, 1) },
                "--seed" => result with { Seed = Number(word, rest, 0) },
                "--export" => result with { ExportDirectory = After(word, rest) },
                ['-', '-', ..] => throw new ArgumentException($"There is no option {word}."),
                _ => result with { Files = [.. result.Files, word] },
            };
        }

        if (result.Files.Length is 0 or 2 or 4) return result;
        throw new ArgumentException($"The number of paths is {result.Files.Length}: give images and labels, or both for training and both for testing.");
    }

    private static string After(string option, Queue<string> rest) =>
        rest.TryDequeue(out string? value) && value is not ([] or ['-', '-', ..])
            ? value
            : throw new ArgumentException($"Something is missing after {option}.");

    private static int Number(string option, Queue<string> rest, int least)
    {
        string text = After(option, rest);
        return int.TryParse(text, out int number) && number >= least
            ? number
            : throw new ArgumentException($"{option} takes a whole number from {least} on, not {text}.");
    }
}
