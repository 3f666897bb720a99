using System.Globalization;

namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>
/// What <c>numbers.txt</c> says of a loss: one sample of inputs, its value and its gradients, as <c>make.py</c> found them with forty digits.
/// </summary>
internal sealed record Reference(Batch Batch, double Value, double[][] Gradients)
{
    /// <summary>All of them, by the name of the case.</summary>
    public static IReadOnlyDictionary<string, Reference> All { get; } = Read();

    private static Dictionary<string, Reference> Read()
    {
        using var reader = new StreamReader(typeof(Reference).Assembly.GetManifestResourceStream("numbers.txt")!);
        return reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => text.Split('\n'))
            .ToDictionary(lines => lines[0], Of);
    }

    private static Reference Of(string[] lines)
    {
        ILookup<string, string[]> words = lines.Skip(1).Select(line => line.Split(' ')).ToLookup(line => line[0], line => line[1..]);
        int[][] integers = [.. words["integer"].Select(line => Array.ConvertAll(line, int.Parse))];
        return new(new(1, [.. words["input"].Select(Numbers)], integers), Numbers(words["value"].Single())[0], [.. words["gradient"].Select(Numbers)]);
    }

    private static double[] Numbers(string[] words) => Array.ConvertAll(words, word => double.Parse(word, CultureInfo.InvariantCulture));
}
