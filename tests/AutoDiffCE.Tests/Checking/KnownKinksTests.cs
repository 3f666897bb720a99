using AutoDiffCE.Checking;
using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Checking;

/// <summary>What a check makes of a class that says where its formula has kinks.</summary>
public class KnownKinksTests
{
    // A bend that differences resolve if they try, and one that is narrower than the distance to the next number.
    private const double Narrow = 1.0 / (1 << 30);
    private const double TooNarrow = Narrow * Narrow;

    private static readonly GradientCheck check = new() { Seed = CheckedNumbers.Seed };

    [Theory]
    [InlineData(Narrow, GradientVerdict.Disagrees)]
    [InlineData(TooNarrow, GradientVerdict.Undetermined)]
    public void A_wrong_gradient_in_a_sharp_bend_is_not_excused_as_a_kink(double width, GradientVerdict verdict)
    {
        GradientReport report = check.Check(new SharpSoftplusLoss(width, slopeInMiddle: 0.25), [1], [1]);
        Assert.False(report.Passed);
        Assert.All(Differences(report), element => Assert.Equal(verdict, element.Verdict));
        Assert.Contains("\n  kinks of the formula: none\n", report.ToString(), StringComparison.Ordinal);
        Assert.False(new GradientCheck { Directions = 4 }.Check(new SharpSoftplusLoss(width, slopeInMiddle: 0.25), [1], [1]).Passed);
    }

    [Fact]
    public void A_right_gradient_in_a_sharp_bend_passes()
    {
        GradientReport report = check.Check(new SharpSoftplusLoss(Narrow, slopeInMiddle: 0.5), [1], [1]);
        report.Assert();
        Assert.All(Differences(report), element => Assert.Equal(GradientVerdict.Agrees, element.Verdict));
        Assert.DoesNotContain("kinks of the formula", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_says_that_a_loss_is_smooth_a_sharp_bend_may_be_a_kink()
    {
        GradientReport report = check.Check(new UnknownLoss(), [1], [1]);
        Assert.Null(report.Kinks);
        Assert.Equal(GradientVerdict.Kink, Differences(report).First().Verdict);
    }

    [Fact]
    public void A_report_names_the_kinks_where_it_meets_some()
    {
        var loss = new MeanAbsoluteErrorLoss();
        const string line = "\n  kinks of the formula: prediction = target\n";
        GradientReport report = check.Check(loss, [1], [1]);
        report.Assert();
        Assert.Equal(["prediction = target"], report.Kinks);
        Assert.Contains(line, report.ToString(), StringComparison.Ordinal);
        Assert.Contains(line, check.CheckExtremes(loss, 0).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("kinks of the formula", check.Check(loss, [1], [2]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_class_of_a_method_group_says_it_too()
    {
        var relu = new ReluActivation();
        GradientReport report = check.CheckMap(new(relu.Values, relu.Backward), [0]);
        report.Assert();
        Assert.Contains("\n  kinks of the formula: input = 0\n", report.ToString(), StringComparison.Ordinal);
        Assert.Empty(check.CheckMap(new(new TanhActivation().Values, new TanhActivation().Backward), [0]).Kinks!);
        Assert.Equal(GradientVerdict.Undetermined, check.Check(new SmoothAbsolute().ValueAndGradient, [1.0]).Elements[0].Verdict);
    }

    private static IEnumerable<GradientElement> Differences(GradientReport report) =>
        report.Elements.Where(element => element.Gradient is "ValueAndGradient" or "Backward");

    // The attribute is not inherited: who derives from a smooth loss may add a kink.
    private sealed class UnknownLoss() : SharpSoftplusLoss(Narrow, 0.25);

    [Kinks]
    private sealed class SmoothAbsolute
    {
        public double ValueAndGradient(ReadOnlySpan<double> point, Span<double> gradient)
        {
            double error = point[0] - 1;
            gradient[0] = 0.5;
            return Math.Sqrt(error * error + TooNarrow * TooNarrow);
        }
    }
}
