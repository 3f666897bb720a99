using System.Text;

namespace DigitClassifier;

/// <summary>Draws how training went as an SVG picture: the loss on the left, the accuracy on the right, over epochs.</summary>
internal static class LearningCurve
{
    private const int Width = 940;
    private const int Height = Chart.Bottom + 56;
    private const int LossLeft = 64;
    private const int AccuracyLeft = 534;

    // An axis of accuracy that covers less would magnify single images.
    private const double MinAccuracyRange = 1;

    private const string StyleSheet = """
        <style>
        text { fill: #24292f; font: 13px sans-serif }
        .title { font-size: 16px; font-weight: bold }
        .value { text-anchor: end }
        .epoch { text-anchor: middle }
        .paper { fill: #ffffff }
        .grid { stroke: #d8dee4 }
        .axis { stroke: #57606a; fill: none }
        .curve { fill: none; stroke-width: 2 }
        .training { stroke: #0b61c4 }
        .held-out { stroke: #c2410c }
        .wrong { stroke: #6e7781; stroke-dasharray: 6 4 }
        circle.training { fill: #0b61c4 }
        circle.held-out { fill: #c2410c }
        circle.wrong { fill: #6e7781 }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .paper { fill: #0d1117 }
        .grid { stroke: #30363d }
        .axis { stroke: #9aa4af }
        .training { stroke: #58a6ff }
        .held-out { stroke: #ff9e64 }
        .wrong { stroke: #9aa4af }
        circle.training { fill: #58a6ff }
        circle.held-out { fill: #ff9e64 }
        circle.wrong { fill: #9aa4af }
        }
        </style>
        """;

    /// <summary>Opens the file for the picture, empty, so that what stands in its way is known before anything is computed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
            return new FileStream(path, FileMode.Create, FileAccess.Write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string reason = Directory.Exists(path) ? "It is a directory." : exception.Message;
            throw new IOException($"The learning curve cannot be written to '{path}'. {reason} Name another file with --curve.", exception);
        }
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="results">The training, epoch by epoch.</param>
    /// <param name="wrongResults">The same with a wrong gradient.</param>
    public static void Write(FileStream file, IReadOnlyList<EpochResult> results, IReadOnlyList<EpochResult> wrongResults) =>
        file.Write(Encoding.UTF8.GetBytes(Draw(results, wrongResults)));

    private static string Draw(IReadOnlyList<EpochResult> results, IReadOnlyList<EpochResult> wrongResults)
    {
        Curve[] losses = Curves(results, wrongResults, score => score.Loss);
        Curve[] accuracies = Curves(results, wrongResults, score => 100 * score.Accuracy);
        double highestLoss = losses.SelectMany(curve => curve.Values).Where(loss => loss > 0 && double.IsFinite(loss)).DefaultIfEmpty(1).Max();
        double lowestAccuracy = Math.Min(accuracies.SelectMany(curve => curve.Values).Min(), 100 - MinAccuracyRange);
        var picture = new StringBuilder();
        picture.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">\n");
        picture.Append($"{StyleSheet}\n<rect class=\"paper\" width=\"{Width}\" height=\"{Height}\"/>\n");
        DrawLegend(picture);
        new Chart("Loss (nats)", LossLeft, losses, Axis.Covering(0, highestLoss)).Draw(picture);
        new Chart("Accuracy (%)", AccuracyLeft, accuracies, Axis.Covering(lowestAccuracy, 100)).Draw(picture);
        return picture.Append("</svg>\n").ToString();
    }

    private static Curve[] Curves(IReadOnlyList<EpochResult> results, IReadOnlyList<EpochResult> wrongResults, Func<Score, double> value) =>
    [
        new("wrong", [.. wrongResults.Select(result => value(result.HeldOut))]),
        new("training", [.. results.Select(result => value(result.Training))]),
        new("held-out", [.. results.Select(result => value(result.HeldOut))]),
    ];

    private static void DrawLegend(StringBuilder picture)
    {
        int x = LossLeft;
        foreach ((string style, string name, int width) in new[]
        {
            ("training", "training", 120),
            ("held-out", "held out", 120),
            ("wrong", "held out, trained with the wrong gradient", 0),
        })
        {
            picture.Append($"<line class=\"curve {style}\" x1=\"{x}\" y1=\"24\" x2=\"{x + 28}\" y2=\"24\"/>\n");
            picture.Append($"<text x=\"{x + 36}\" y=\"28\">{name}</text>\n");
            x += width;
        }
    }
}
