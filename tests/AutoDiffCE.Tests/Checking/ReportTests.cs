using AutoDiffCE.Checking;

namespace AutoDiffCE.Tests.Checking;

/// <summary>The text of a report.</summary>
public class ReportTests
{
    [Fact]
    public void A_report_names_the_worst_elements_and_maps_where_they_are()
    {
        GradientReport report = new GradientCheck { Seed = 7 }.Check(With((gradient, _) => gradient[4] = 0.5), [1, 2, 3, 4, 5, 6], classes: 3);
        string[] lines = report.ToString().Split('\n');
        Assert.Equal("Gradient of a function: FAILED (seed 7)", lines[0]);
        string wrong = Assert.Single(lines, line => line.EndsWith("WRONG", StringComparison.Ordinal));
        Assert.StartsWith("  gradient           1      1             5              0.5", wrong, StringComparison.Ordinal);
        Assert.Contains("       0  ···", lines);
        Assert.Contains("       1  ·▓·", lines);
    }

    [Fact]
    public void Assert_throws_the_report()
    {
        GradientReport report = new GradientCheck().Check(With((gradient, _) => gradient[0] = 0), [1, 2, 3]);
        Assert.Equal(report.ToString(), Assert.Throws<GradientCheckException>(report.Assert).Message);
        new GradientCheck().Check(With((_, _) => { }), [1, 2, 3]).Assert();
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "sign", "every element has the wrong sign." },
        { "factor", "every element is 0.25 times what it should be: a factor is missing, or there is one too many." },
        { "zero", "every element is 0." },
        { "after", "every element is the one that belongs one place after it: an index is off by one." },
        { "before", "every element is the one that belongs one place before it: an index is off by one." },
        { "row", "every element is the one that belongs one row below it: an index is off by one." },
        { "neighbor", "wherever a sample is wrong, two neighboring classes are off by the same amount, one up and one down: an index is off by one." },
        { "class", "only class 2 is wrong, in 3 samples." },
        { "sample", "only sample 1 is wrong." },
        { "NaN", "it holds NaN. Elements that are never written hold NaN, too: a gradient is overwritten, not added to." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Usual_mistakes_are_recognized(string mistake, string diagnosis)
    {
        DifferentiableFunction<double> spoiled = With((gradient, right) => Spoil(mistake, gradient, right));
        GradientReport report = new GradientCheck().Check(spoiled, [1, 2.3, -3, 4.7, 5, 6, -7, 8.9, 9], classes: 3);
        Assert.Contains("\ngradient: " + diagnosis + "\n", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_maps_are_folded()
    {
        double[] point = [.. Enumerable.Range(1, 1000).Select(i => Math.Sin(i))];
        string text = new GradientCheck().Check(With((gradient, _) => gradient[999] = 77), point, classes: 10).ToString();
        Assert.Contains("samples down (4 a letter), classes across\n", text, StringComparison.Ordinal);
        Assert.Contains("      96  ·········▓\n", text, StringComparison.Ordinal);
    }

    private static void Spoil(string mistake, Span<double> gradient, double[] right)
    {
        for (int i = 0; i < right.Length; i++)
        {
            gradient[i] = mistake switch
            {
                "sign" => -right[i],
                "factor" => 0.25 * right[i],
                "zero" => 0,
                "after" => i + 1 < right.Length ? right[i + 1] : 0,
                "before" => i > 0 ? right[i - 1] : 0,
                "row" => i + 3 < right.Length ? right[i + 3] : 0,
                "neighbor" => right[i] + (i % 3) switch { 0 => 1, 1 => -1, _ => 0 },
                "class" => right[i] + (i % 3 == 2 ? i : 0),
                "sample" => right[i] + (i / 3 == 1 ? i * i : 0),
                _ => i == 4 ? double.NaN : right[i],
            };
        }
    }

    // A sum of squares, whose gradient is 2·x until it is spoiled.
    private static DifferentiableFunction<double> With(Spoiler spoil) => (x, gradient) =>
    {
        double sum = 0;
        double[] right = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            gradient[i] = right[i] = 2 * x[i];
            sum += x[i] * x[i];
        }

        spoil(gradient, right);
        return sum;
    };

    private delegate void Spoiler(Span<double> gradient, double[] right);
}
