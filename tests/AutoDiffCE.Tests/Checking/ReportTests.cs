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

    [Theory]
    [InlineData(1, "from class 2 of sample 2 to class 1 of sample 4", "place after")]
    [InlineData(-1, "from class 2 of sample 2 to class 1 of sample 4", "place before")]
    [InlineData(5, "from class 2 of sample 2 to class 1 of sample 4", "row below")]
    [InlineData(-5, "from class 2 of sample 2 to class 1 of sample 4", "row above")]
    public void A_block_that_is_off_by_one_index_is_recognized(int shift, string block, string where)
    {
        // As in a whole network in which the weights of one layer are wrong; at the end of the block, the loop reads something else.
        string text = OfBlock((right, i) => i == 21 ? 0.123 : right[i + shift]);
        Assert.Contains(
            $"\ngradient: the wrong elements, {block}, are those that belong one {where} them: an index is off by one.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two elements are too few")]
    [InlineData("too many are left over")]
    [InlineData("next to zeros, zero is no evidence")]
    [InlineData("a wrong factor is no shift")]
    public void Another_wrong_block_is_not_called_off_by_one(string mistake)
    {
        string text = OfBlock((right, i) => mistake switch
        {
            "two elements are too few" => i is 12 or 18 ? right[i + 1] : right[i],
            "too many are left over" => i % 3 == 0 ? 0.01 * i : right[i + 1],
            "next to zeros, zero is no evidence" => 0,
            _ => 1.01 * right[i],
        });
        Assert.Contains("WRONG", text, StringComparison.Ordinal);
        Assert.DoesNotContain("off by one", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_maps_are_folded()
    {
        double[] point = [.. Enumerable.Range(1, 1000).Select(i => Math.Sin(i))];
        string text = new GradientCheck().Check(With((gradient, _) => gradient[999] = 77), point, classes: 10).ToString();
        Assert.Contains("samples down (4 a letter), classes across\n", text, StringComparison.Ordinal);
        Assert.Contains("      96  ·········▓\n", text, StringComparison.Ordinal);
    }

    // Eight samples of five classes, every other number 0, wrong from number 12 to 21.
    private static string OfBlock(Func<double[], int, double> wrong)
    {
        double[] point = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0 : Math.Sin(i * i))];
        DifferentiableFunction<double> spoiled = With((gradient, right) =>
        {
            for (int i = 12; i <= 21; i++) gradient[i] = wrong(right, i);
        });
        return new GradientCheck().Check(spoiled, point, classes: 5).ToString();
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
