using System.Globalization;
using AutoDiffCE.Checking;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Mistakes, noise and lost digits are three things, and a report says which it is.</summary>
public class DiagnosisTests
{
    private static readonly double[] Point = [1, 2.3, -3, 4.7, 5, 6, -7, 8.9, 9];

    [Theory]
    [InlineData(1.00001, "every element is 1.00001 times what it should be")]
    [InlineData(0.999999, "every element is 0.999999 times what it should be")]
    [InlineData(1.01, "every element is 1.01 times what it should be")]
    [InlineData(2, "every element is 2 times what it should be")]
    [InlineData(-1, "every element has the wrong sign.")]
    [InlineData(-0.5, "every element is -0.5 times what it should be")]
    public void A_factor_is_one_that_all_elements_have_and_is_printed_apart_from_1(double factor, string diagnosis)
    {
        string text = Report(i => factor * 2 * Point[i]);
        Assert.Contains("\ngradient: " + diagnosis, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    [InlineData(1e-6)]
    public void Small_errors_that_follow_no_pattern_are_lost_digits_and_no_factor(double size)
    {
        string text = Report(i => 2 * Point[i] * (1 + (size * Math.Sin(7 * i))));
        Assert.Contains("of the largest element and follow no pattern: digits are lost, in the gradient or in the values.\n", text, StringComparison.Ordinal);
        AssertNoMistake(text);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    public void Two_elements_whose_small_errors_are_alike_are_no_factor(double size)
    {
        GradientReport report = new GradientCheck { Tolerance = 1e-8 }.Check(Squares(i => 2 * Point[i] * (1 + (size * (1 + (0.01 * i))))), Point.AsSpan(0, 2));
        Assert.False(report.Passed);
        AssertNoMistake(report.ToString());
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    public void A_right_gradient_of_noisy_values_is_neither_wrong_nor_at_a_kink(double noise)
    {
        GradientReport report = new GradientCheck().Check(Noisy(noise, i => 2 * Point[i]), Point, classes: 3);
        report.Assert();
        Assert.All(report.Elements, element => Assert.Equal(GradientVerdict.Agrees, element.Verdict));
    }

    [Fact]
    public void Noise_that_hides_a_gradient_is_called_noise_and_no_mistake()
    {
        GradientReport report = new GradientCheck().Check(Noisy(1e-2, i => 2 * Point[i]), Point, classes: 3);
        string text = report.ToString();
        Assert.False(report.Passed);
        AssertNoMistake(text);
        Assert.Contains("since the values are noise, jump or bend there; no element is known to be wrong.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_factor_is_seen_through_noise()
    {
        string text = new GradientCheck().Check(Noisy(1e-9, i => 4 * Point[i]), Point, classes: 3).ToString();
        Assert.Contains("every element is 2 times what it should be", text, StringComparison.Ordinal);
    }

    // As of a sum in random order, only larger.
    private static DifferentiableFunction<double> Noisy(double noise, Func<int, double> derivative) => (x, gradient) =>
    {
        double value = Moving()(x, gradient);
        for (int i = 0; i < x.Length; i++) gradient[i] *= derivative(i) / (2 * Point[i]);
        return value * (1 + (noise * Math.Sin(1e12 * value)));
    };

    [Theory]
    [InlineData(1.001)]
    [InlineData(3)]
    [InlineData(-1)]
    public void One_wrong_element_is_named(double factor)
    {
        string text = Report(i => 2 * Point[i] * (i == 7 ? factor : 1));
        Assert.Contains("\ngradient: only one of 9 elements is wrong: class 1 of sample 2.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("factor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Float_alone_that_is_off_is_a_loss_of_precision_at_its_worst_place()
    {
        string text = ReportWithTwin(i => 2 * Point[i] * (1 + (1e-4 * Math.Sin(7 * i))));
        AssertNoMistake(text);
        // 1e-4·|sin 14| of the largest of sample 0, in units of 2^-23
        Assert.Contains("\nfloat alone is off, by up to 831 units", text, StringComparison.Ordinal);
        Assert.Contains("units in the last place of the largest number of its sample: gradient in float, sample 0, class 2, input -3, ", text, StringComparison.Ordinal);
        Assert.Contains("Double is right, so this is a loss of precision", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Float_that_overflows_alone_is_a_loss_of_precision()
    {
        string text = ReportWithTwin(i => i == 4 ? double.NaN : 2 * Point[i]);
        Assert.Contains(
            "\nfloat alone is off, where it is not finite and double is: gradient in float, sample 1, class 1, input 5, NaN in float for 10 in double.",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0001, "every element is 1.0001 times what it should be")]
    [InlineData(2, "every element is 2 times what it should be")]
    [InlineData(-1, "every element has the wrong sign.")]
    public void A_factor_in_float_alone_is_a_mistake_there(double factor, string diagnosis)
    {
        string text = ReportWithTwin(i => factor * 2 * Point[i]);
        Assert.Contains("\ngradient in float: " + diagnosis, text, StringComparison.Ordinal);
        Assert.DoesNotContain("precision", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_double_is_wrong_too_nothing_is_said_about_the_precision()
    {
        DifferentiableFunction<double> wrong = Squares(i => 2.5 * Point[i]);
        string text = new GradientCheck().Check(wrong, Point, classes: 3, InSingle(wrong, i => 2 * Point[i])).ToString();
        Assert.Contains("\ngradient: every element is 1.25 times what it should be", text, StringComparison.Ordinal);
        Assert.DoesNotContain("precision", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_where_terms_cancel_is_rounding_and_no_mistake()
    {
        // by the first number: 0.1 + 0.2 − 0.3, which is 5.6e-17 and not 0; its neighbor is as large as the terms
        DifferentiableFunction<double> cancelling = (x, gradient) =>
        {
            gradient[0] = 0.1 + 0.2 - 0.3;
            gradient[1] = 1;
            return x[1];
        };
        DifferentiableFunction<double> wrong = (x, gradient) =>
        {
            gradient[0] = 1e-13;
            gradient[1] = 1;
            return x[1];
        };
        new GradientCheck().Check(cancelling, [1e4, 1.0]).Assert();
        Assert.False(new GradientCheck().Check(wrong, [1e4, 1.0]).Passed);
    }

    [Fact]
    public void A_loss_that_cancels_in_float_alone_is_told_from_a_wrong_one()
    {
        GradientReport report = new GradientCheck().Check(new CancellingLoss(), [0.001, 0.003, 0.7], [0.001, 0.002, 0.5]);
        string text = report.ToString();
        Assert.False(report.Passed);
        Assert.Contains("float alone is off, by up to", text, StringComparison.Ordinal);
        AssertNoMistake(text);
    }

    private static void AssertNoMistake(string text)
    {
        Assert.DoesNotContain("times what", text, StringComparison.Ordinal);
        Assert.DoesNotContain("factor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("off by one", text, StringComparison.Ordinal);
    }

    private static string Report(Func<int, double> gradient) => new GradientCheck().Check(Squares(gradient), Point, classes: 3).ToString();

    private static string ReportWithTwin(Func<int, double> gradient)
    {
        DifferentiableFunction<double> right = Squares(i => 2 * Point[i]);
        GradientReport report = new GradientCheck().Check(Moving(), Point, classes: 3, InSingle(right, gradient));
        Assert.False(report.Passed);
        return report.ToString();
    }

    // The sum of squares, whose gradient is 2·x wherever it is asked.
    private static DifferentiableFunction<double> Moving() => (x, gradient) =>
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            gradient[i] = 2 * x[i];
            sum += x[i] * x[i];
        }

        return sum;
    };

    private static DifferentiableFunction<double> Squares(Func<int, double> derivative) => (x, gradient) =>
    {
        double sum = Moving()(x, gradient);
        for (int i = 0; i < x.Length; i++) gradient[i] = derivative(i);
        return sum;
    };

    private static DifferentiableFunction<float> InSingle(DifferentiableFunction<double> value, Func<int, double> derivative) => (x, gradient) =>
    {
        double[] wide = [.. x.ToArray().Select(number => (double)number)];
        for (int i = 0; i < x.Length; i++) gradient[i] = (float)derivative(i);
        return (float)value(wide, new double[x.Length]);
    };

    // ((p + 1000)² − (t + 1000)²)/2000, whose float members round the large squares.
    private sealed class CancellingLoss : HandWrittenLoss
    {
        protected override double ValueOf(double prediction, double target) => Square(prediction) - Square(target) + (Math.Pow(prediction - target, 2) / 2);

        protected override double SlopeOf(double prediction, double target) => 1 + (prediction / 1000) + prediction - target;

        public override void Values(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> destination, BatchOptions<float> options = default)
        {
            for (int i = 0; i < prediction.Length; i++)
            {
                float error = prediction[i] - target[i];
                destination[i] = (float)Square(prediction[i]) - (float)Square(target[i]) + (error * error / 2);
            }
        }

        private static double Square(double number) => (number + 1000) * (number + 1000) / 2000;
    }
}
