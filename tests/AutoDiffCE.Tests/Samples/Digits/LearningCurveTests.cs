using System.Xml.Linq;
using DigitClassifier;

namespace AutoDiffCE.Tests.Samples.Digits;

public sealed class LearningCurveTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("curve");

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(100)]
    public void The_picture_has_a_line_with_a_point_per_epoch_for_every_curve_of_both_charts(int epochs)
    {
        string path = Path.Combine(directory.FullName, "made on the way", "curve.svg");
        EpochResult[] results = [.. Enumerable.Range(1, epochs).Select(epoch => Result(epoch, 1.0 / epoch))];
        using (FileStream file = LearningCurve.Open(path))
            LearningCurve.Write(file, results, results);
        IEnumerable<int> points = XDocument.Load(path).Descendants()
            .Where(element => element.Name.LocalName == "polyline" && element.Attribute("class")!.Value.StartsWith("curve ", StringComparison.Ordinal))
            .Select(line => line.Attribute("points")!.Value.Split(' ').Length);
        Assert.Equal(Enumerable.Repeat(epochs, 6), points);
    }

    [Fact]
    public void Nothing_stays_of_a_longer_picture_that_was_in_the_file()
    {
        string path = Path.Combine(directory.FullName, "curve.svg");
        File.WriteAllText(path, new string('x', 100_000));
        using (FileStream file = LearningCurve.Open(path))
            LearningCurve.Write(file, [Result(1, double.NaN)], [Result(1, double.PositiveInfinity)]);
        Assert.EndsWith("</svg>\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_where_no_file_can_be_is_refused_when_it_is_opened()
    {
        var exception = Assert.Throws<IOException>(() => LearningCurve.Open(directory.FullName));
        Assert.Contains(directory.FullName, exception.Message, StringComparison.Ordinal);
        Assert.Contains("It is a directory", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0.32, 0, 0.05, 7)]
    [InlineData(0, 0.3, 0, 0.05, 6)]
    [InlineData(89.6, 100, 88, 2, 6)]
    [InlineData(99, 100, 99, 0.2, 5)]
    [InlineData(0, 1e30, 0, 2e29, 5)]
    public void An_axis_has_few_steps_between_round_numbers(double lowest, double highest, double bottom, double step, int steps)
    {
        var axis = Axis.Covering(lowest, highest);
        Assert.Equal((bottom, steps), (axis.Lowest, axis.Steps));
        Assert.Equal(1, axis.Step / step, 12);
    }

    private static EpochResult Result(int epoch, double loss)
    {
        var confusion = new ConfusionMatrix(2);
        confusion.Add([1, 0, 0, 1], [0, 0]);
        return new(epoch, new(loss, confusion), new(loss, confusion));
    }
}
