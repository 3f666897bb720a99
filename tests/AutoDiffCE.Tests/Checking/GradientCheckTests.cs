using AutoDiffCE.Checking;

namespace AutoDiffCE.Tests.Checking;

/// <summary>What a check says about functions whose derivatives are known.</summary>
public class GradientCheckTests
{
    private static readonly double[] Point = [0.3, -1.2, 2.5, 0.01];

    [Fact]
    public void A_right_gradient_passes()
    {
        GradientReport report = new GradientCheck().Check(SumOfSquares(1), Point);
        report.Assert();
        Assert.All(report.Elements, element => Assert.Equal(GradientVerdict.Agrees, element.Verdict));
        Assert.InRange(report.LargestError, 0, 1e-9);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1.000001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gradient_with_a_wrong_factor_fails(double factor) =>
        Assert.False(new GradientCheck().Check(SumOfSquares(factor), Point).Passed);

    [Fact]
    public void An_error_in_one_small_element_of_many_is_found()
    {
        double[] point = [.. Enumerable.Range(0, 300).Select(i => Math.Sin(i))];
        DifferentiableFunction<double> function = (x, gradient) =>
        {
            double value = SumOfSquares(1)(x, gradient);
            gradient[217] *= 1.0001;
            return value;
        };
        GradientReport report = new GradientCheck().Check(function, point, 100);
        GradientElement wrong = Assert.Single(report.Elements, element => element.Verdict == GradientVerdict.Disagrees);
        Assert.Equal((2, 17), (wrong.Sample, wrong.Class));
    }

    [Fact]
    public void An_element_that_is_never_written_fails()
    {
        DifferentiableFunction<double> function = (x, gradient) =>
        {
            gradient[0] = 2 * x[0];
            return x[0] * x[0];
        };
        GradientReport report = new GradientCheck().Check(function, [1.0, 2.0]);
        Assert.False(report.Passed);
        Assert.Contains("never written", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_differs_from_call_to_call_fails()
    {
        int calls = 0;
        DifferentiableFunction<double> function = (_, gradient) =>
        {
            gradient.Clear();
            return ++calls;
        };
        GradientReport report = new GradientCheck().Check(function, [1.0]);
        Assert.Contains(report.Elements, element => element is { Gradient: "value, twice", Verdict: GradientVerdict.Disagrees });
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-0.7, true)]
    [InlineData(1.001, false)]
    [InlineData(-2, false)]
    public void At_a_kink_a_gradient_must_lie_between_both_sides(double atZero, bool passes)
    {
        GradientReport report = new GradientCheck().Check(Absolute(atZero), [0.0, 1.0]);
        Assert.Equal(passes, report.Passed);
        Assert.Equal(passes ? GradientVerdict.Kink : GradientVerdict.Disagrees, report.Elements[0].Verdict);
    }

    [Fact]
    public void Off_a_kink_a_gradient_must_be_right_although_it_passes_at_the_kink()
    {
        DifferentiableFunction<double> function = (x, gradient) =>
        {
            gradient[0] = 0;
            return Math.Abs(x[0]);
        };
        GradientReport report = new GradientCheck().Check(function, [0.0]);
        Assert.Contains(report.Elements, element => element.Verdict == GradientVerdict.Kink);
        Assert.Contains(report.Elements, element => element is { Gradient: "gradient, moved off kinks", Verdict: GradientVerdict.Disagrees });
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(-1e-6)]
    public void Near_a_kink_the_side_of_the_point_counts(double x)
    {
        Assert.True(new GradientCheck().Check(Absolute(0), [x]).Passed);
        Assert.False(new GradientCheck().Check(WithGradientNegated(Absolute(0)), [x]).Passed);
    }

    [Fact]
    public void A_jump_is_no_derivative()
    {
        DifferentiableFunction<double> function = (x, gradient) =>
        {
            gradient[0] = 0;
            return x[0] > 0 ? 1 : 0;
        };
        Assert.False(new GradientCheck().Check(function, [0.0]).Passed);
        Assert.True(new GradientCheck().Check(function, [0.1]).Passed);
    }

    [Fact]
    public void A_value_that_is_nowhere_finite_does_not_pass()
    {
        DifferentiableFunction<double> nothing = (_, gradient) =>
        {
            gradient.Clear();
            return double.NaN;
        };
        DifferentiableFunction<double> infinite = (_, gradient) =>
        {
            gradient.Clear();
            return double.PositiveInfinity;
        };
        Assert.False(new GradientCheck().Check(nothing, [1.0]).Passed);
        Assert.False(new GradientCheck().Check(infinite, [1.0]).Passed);
    }

    [Fact]
    public void At_the_edge_of_the_domain_one_side_is_enough()
    {
        // x^1.5 + x is defined from 0 on, and its derivative there is 1.
        static DifferentiableFunction<double> Function(double factor) => (x, gradient) =>
        {
            gradient[0] = factor * (1.5 * Math.Sqrt(x[0]) + 1);
            return x[0] < 0 ? double.NaN : x[0] * Math.Sqrt(x[0]) + x[0];
        };
        Assert.True(new GradientCheck { Tolerance = 1e-4 }.Check(Function(1), [0.0]).Passed);
        Assert.False(new GradientCheck { Tolerance = 1e-4 }.Check(Function(1.1), [0.0]).Passed);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1.0)]
    [InlineData(1e5)]
    public void Steps_fit_the_size_of_the_point(double x)
    {
        static DifferentiableFunction<double> Logarithm(double factor) => (point, gradient) =>
        {
            gradient[0] = factor / point[0];
            return Math.Log(point[0]);
        };
        new GradientCheck().Check(Logarithm(1), [x]).Assert();
        Assert.False(new GradientCheck().Check(Logarithm(1.001), [x]).Passed);
    }

    [Fact]
    public void A_feature_much_smaller_than_the_point_is_seen()
    {
        // 1 − exp(−error²) is flat around it: large steps from far away agree on a derivative of 0.
        DifferentiableFunction<double> function = (x, gradient) =>
        {
            double error = x[0] - 10_000.3;
            gradient[0] = 2 * error * Math.Exp(-error * error);
            return 1 - Math.Exp(-error * error);
        };
        new GradientCheck { Tolerance = 1e-6 }.Check(function, [10_000.0]).Assert();
    }

    [Fact]
    public void An_infinite_derivative_passes_where_differences_grow_without_bound()
    {
        static DifferentiableFunction<double> Root(double sign) => (x, gradient) =>
        {
            gradient[0] = sign * 0.5 / Math.Sqrt(x[0]);
            gradient[1] = 1;
            return Math.Sqrt(x[0]) + x[1];
        };
        Assert.Equal(GradientVerdict.NotFinite, new GradientCheck().Check(Root(1), [0.0, 1.0]).Elements[0].Verdict);
        Assert.True(new GradientCheck().Check(Root(1), [0.0, 1.0]).Passed);
        Assert.False(new GradientCheck().Check(Root(-1), [0.0, 1.0]).Passed);
    }

    [Fact]
    public void At_a_minimum_of_zero_there_is_nothing_to_be_relative_to_but_the_neighborhood()
    {
        new GradientCheck().Check(SumOfSquares(1), [0.0, 0.0]).Assert();
        new GradientCheck().Check(new AutoDiffCE.Losses.MeanSquaredErrorLoss(), [1, -2], [1, -2]).Assert();
    }

    [Fact]
    public void Random_directions_find_one_wrong_element_among_many()
    {
        double[] point = [.. Enumerable.Range(0, 10_000).Select(i => Math.Cos(i))];
        DifferentiableFunction<double> wrong = (x, gradient) =>
        {
            double value = SumOfSquares(1)(x, gradient);
            gradient[7_123] += 0.01;
            return value;
        };
        GradientReport right = new GradientCheck().Check(SumOfSquares(1), point);
        right.Assert();
        Assert.Equal(33, right.Elements.Count);
        Assert.False(new GradientCheck().Check(wrong, point).Passed);
    }

    [Fact]
    public void The_float_twin_is_compared_with_the_double_function()
    {
        static DifferentiableFunction<float> Twin(float factor) => (x, gradient) =>
        {
            float sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] = factor * 2 * x[i];
                sum += x[i] * x[i];
            }

            return sum;
        };
        new GradientCheck().Check(SumOfSquares(1), Point, twin: Twin(1)).Assert();
        Assert.False(new GradientCheck().Check(SumOfSquares(1), Point, twin: Twin(1.0001f)).Passed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_report()
    {
        static string Report(int seed) => new GradientCheck { Seed = seed, Directions = 3 }.Check(SumOfSquares(1), Point).ToString();
        Assert.Equal(Report(5), Report(5));
        Assert.NotEqual(Report(5), Report(6));
        Assert.Contains("seed 5", Report(5), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheck { Tolerance = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheck { Tolerance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientCheck { Directions = -1 });
    }

    private static DifferentiableFunction<double> SumOfSquares(double factor) => (x, gradient) =>
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            gradient[i] = factor * 2 * x[i];
            sum += x[i] * x[i];
        }

        return sum;
    };

    private static DifferentiableFunction<double> Absolute(double atZero) => (x, gradient) =>
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            gradient[i] = x[i] == 0 ? atZero : Math.Sign(x[i]);
            sum += Math.Abs(x[i]);
        }

        return sum;
    };

    private static DifferentiableFunction<double> WithGradientNegated(DifferentiableFunction<double> function) => (x, gradient) =>
    {
        double value = function(x, gradient);
        foreach (ref double derivative in gradient) derivative = -derivative;
        return value;
    };
}
