using AutoDiffCE.Checking;
using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Checking;

/// <summary>What a check says at extreme points about functions whose derivatives are known.</summary>
public class ExtremePointCheckTests
{
    [Fact]
    public void A_right_function_passes_masks_included()
    {
        GradientReport report = new GradientCheck().CheckExtremes(LogSumExp(atMinusInfinity: 0), 3, SingleLogSumExp);
        report.Assert();
        Assert.Contains(report.Elements, element => element is { Gradient: "gradient, limit at −∞", Note: "row 0 −∞ −∞", Numeric: 0 });
        Assert.Contains(report.Elements, element => element is { Gradient: "gradient in float", Note: "row 0 1E+04 0" or "row 0 0 1E+04" });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_gradient_that_is_wrong_only_at_a_mask_fails(double atMinusInfinity)
    {
        DifferentiableFunction<double> wrong = LogSumExp(atMinusInfinity);
        Assert.False(new GradientCheck().CheckExtremes(wrong, 3).Passed);
        new GradientCheck { Lowest = double.MinValue }.CheckExtremes(wrong, 3).Assert();
    }

    [Fact]
    public void Terms_that_cancel_at_the_point_do_not_hide_the_slope()
    {
        DifferentiableFunction<double> sum = (x, gradient) =>
        {
            gradient.Fill(1);
            return x[0] + x[1] + x[2];
        };
        GradientReport report = new GradientCheck { Lowest = double.MinValue }.CheckExtremes(sum, 3);
        report.Assert();
        Assert.Contains(report.Elements, element => element is { Note: "row -1E+04 0 1E+04", Class: 1 });
    }

    [Fact]
    public void A_function_that_overflows_fails()
    {
        DifferentiableFunction<double> naive = (x, gradient) =>
        {
            double sum = 0;
            foreach (double number in x) sum += Math.Exp(number);
            for (int i = 0; i < x.Length; i++) gradient[i] = Math.Exp(x[i]) / sum;
            return Math.Log(sum);
        };
        GradientReport report = new GradientCheck().CheckExtremes(naive, 2);
        Assert.Contains(report.Elements, element => element is { Note: "row 1E+04 0", Verdict: GradientVerdict.Disagrees });
        new GradientCheck().Check(naive, [0.5, -2]).Assert();
    }

    [Fact]
    public void Rows_stay_between_the_bounds_and_reach_them()
    {
        GradientReport report = new GradientCheck { Lowest = 0.25, Highest = 0.75 }.CheckExtremes(LogSumExp(0), 3);
        report.Assert();
        Assert.Equal([0.25, 0.75], report.Elements.Select(element => element.Input).Where(double.IsFinite).Distinct().Order());
    }

    [Fact]
    public void A_label_distribution_meets_every_row_also_where_it_is_zero()
    {
        GradientReport report = new GradientCheck().CheckExtremes(new CrossEntropyLoss(), [0, 0.4, 0.6]);
        report.Assert();
        Assert.Contains(report.Elements, element => element.Note == "distribution, row 1E+04 0 0");
        // The class without probability is the one at −∞.
        Assert.Contains(report.Elements, element => element is { Gradient: "Backward", Note: "distribution, row −∞ 88 88", Verdict: GradientVerdict.Agrees });
    }

    [Fact]
    public void Nothing_to_check_is_rejected()
    {
        Assert.Throws<ArgumentException>("labelDistribution", () => new GradientCheck().CheckExtremes(new CrossEntropyLoss(), []));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new GradientCheck().CheckExtremes(LogSumExp(0), 0));
    }

    private static DifferentiableFunction<double> LogSumExp(double atMinusInfinity) => (x, gradient) =>
    {
        double largest = double.NegativeInfinity;
        foreach (double number in x) largest = Math.Max(largest, number);
        double sum = 0;
        foreach (double number in x) sum += Math.Exp(number - largest);
        for (int i = 0; i < x.Length; i++)
            gradient[i] = double.IsNegativeInfinity(x[i]) ? atMinusInfinity : Math.Exp(x[i] - largest) / sum;
        return largest + Math.Log(sum);
    };

    private static float SingleLogSumExp(ReadOnlySpan<float> x, Span<float> gradient)
    {
        float largest = float.NegativeInfinity;
        foreach (float number in x) largest = MathF.Max(largest, number);
        float sum = 0;
        foreach (float number in x) sum += MathF.Exp(number - largest);
        for (int i = 0; i < x.Length; i++) gradient[i] = MathF.Exp(x[i] - largest) / sum;
        return largest + MathF.Log(sum);
    }
}
