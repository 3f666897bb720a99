using System.Globalization;
using System.Text;

namespace DigitClassifier;

/// <summary>Draws how training went as an SVG picture: the loss on the left, the accuracy on the right, over epochs.</summary>
internal static class LearningCurve
{
    private const int Width = 940;
    private const int Height = 380;
    private const string TrainingColor = "#1f77b4";
    private const string HeldOutColor = "#d62728";
    private const string WrongColor = "#7f7f7f";

    /// <summary>Writes the picture.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="results">The training, epoch by epoch.</param>
    /// <param name="wrongResults">The same with a wrong gradient.</param>
    public static void Write(string path, IReadOnlyList<EpochResult> results, IReadOnlyList<EpochResult> wrongResults)
    {
        Curve[] losses =
        [
            new("training", TrainingColor, [.. results.Select(result => result.Training.Loss)]),
            new("held out", HeldOutColor, [.. results.Select(result => result.HeldOut.Loss)]),
            new("held out, wrong gradient", WrongColor, [.. wrongResults.Select(result => result.HeldOut.Loss)]),
        ];
        Curve[] accuracies =
        [
            new("training", TrainingColor, [.. results.Select(result => 100 * result.Training.Accuracy)]),
            new("held out", HeldOutColor, [.. results.Select(result => 100 * result.HeldOut.Accuracy)]),
            new("held out, wrong gradient", WrongColor, [.. wrongResults.Select(result => 100 * result.HeldOut.Accuracy)]),
        ];
        var picture = new StringBuilder();
        picture.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="white"/>

            """);
        new Chart("Loss (nats)", 60, losses, 0, losses.SelectMany(curve => curve.Values).Max()).Draw(picture);
        double lowest = accuracies.SelectMany(curve => curve.Values).Min();
        new Chart("Accuracy (%)", 530, accuracies, Math.Floor(lowest / 5) * 5, 100).Draw(picture);
        picture.Append("</svg>\n");
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory) Directory.CreateDirectory(directory);
        File.WriteAllText(path, picture.ToString());
    }
}
