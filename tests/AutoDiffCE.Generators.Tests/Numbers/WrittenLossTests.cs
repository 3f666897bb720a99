using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Formulas that once gave a wrong number without a word. The right ones are computed with 50 digits.</summary>
public class WrittenLossTests
{
    [Fact]
    public async Task A_softmax_at_an_index_that_is_summed_over_does_not_sum_to_one()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x, double t) => Sum(x, (a, i) => Softmax(x * a)[i]) + 0 * t;", "RS");
        double[] x = [0.5, -1.25, 2];
        double[] expected = [2.11961204879796, -0.074559731374114566, -0.34399025248433993, 0.096909205585615448];
        Close(expected, loss.InDouble(x, 1.0), DoubleTolerance);
        Close(expected, loss.InFloat(x, 1.0), FloatTolerance);
    }

    [Fact]
    public async Task A_small_probability_beside_a_large_logit_keeps_its_digits()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double y, Row x) => Sum(Sigmoid(y - 40) * Softmax(x));", "SR");
        double[] expected = [5.7495222642935598e-19, 5.7495222642935598e-19];
        foreach (double[] x in new double[][] { [1, 2, 3], [1e18, 0, 5] })
        {
            Close(expected, loss.InDouble(-2.0, x), 1e-13);
            Close(expected, loss.InFloat(-2.0, x), 1e-5);
        }
    }

    [Fact]
    public async Task An_exponential_times_a_softmax_keeps_its_digits_beside_a_large_logit()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double y, Row x) => Exp(y) * Softmax(x)[0];", "SR");
        double[] expected = [Math.Exp(-2), Math.Exp(-2)];
        Close(expected, loss.InDouble(-2.0, (double[])[1e18, 0, 5]), DoubleTolerance);
        Close(expected, loss.InFloat(-2.0, (double[])[1e18, 0, 5]), FloatTolerance);
    }

    [Theory]
    [InlineData("(a - b) + c")]
    [InlineData("c + (a - b)")]
    [InlineData("a - b + c")]
    [InlineData("Log(Exp(a - b) * Exp(c))")]
    public async Task A_sum_is_added_as_it_is_written(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double c, double a, double b) => {formula};", "SSS");
        Close([1e-3, 1], loss.InDouble(1e-3, 1e18, 1e18), 0);
        Close([(float)1e-3, 1], loss.InFloat(1e-3, 1e18, 1e18), 0);
    }

    [Fact]
    public async Task A_sum_is_added_as_it_is_written_under_a_lifted_label()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => x[^1] * x[k] - (x[^1] - x[k]);", "RI", "", "() { LabelSmoothing = 0.5 }");
        Close([1e-20], [loss.InDouble((double[])[1e-10, 1e-10], 1)[0]], DoubleTolerance);
    }

    [Fact]
    public async Task A_sum_is_added_as_it_is_written_where_a_hyper_parameter_chooses_it()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(double c, double a, double b) => h > 0 ? c - (a - b) : 2 * c;", "SSS", "(double h)", "(1.0)");
        Close([1e-3, 1], loss.InDouble(1e-3, 1e18, 1e18), 0);
    }

    [Theory]
    [InlineData(1e-10, 6.9314718058396799e-11, 0.69314718060799061)]
    [InlineData(1e-17, 6.9314718055994536e-18, 0.69314718055994531)]
    public async Task A_power_of_two_less_one_keeps_its_digits_near_zero(double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double x, double t) => ExpM1(x * Log(2)) + 0 * t;", "SS");
        Close([value, gradient], loss.InDouble(x, 1.0), DoubleTolerance);
        Close([value, gradient], loss.InFloat(x, 1.0), FloatTolerance);
    }

    [Theory]
    [InlineData("ExpM1(x * Log(y))")]
    [InlineData("Pow(y, x) - 1")]
    public async Task A_power_less_one_keeps_its_digits_near_zero(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double y) => {formula};", "SS");
        Close([3.4657359027997266e-17, 0.34657359027997264 * 2], loss.InDouble(5e-17, 2.0), DoubleTolerance);
        Close([7, 8 * Math.Log(2)], loss.InDouble(3.0, 2.0), DoubleTolerance);
        Close([0, 0], loss.InDouble(0.0, 1.0), 0);
    }

    public static TheoryData<string, double[]> ChangedAtTheLabel => new()
    {
        {
            "Softmax(x.With(k, 0))[1]",
            [0.067904176352088192, -0.02653434153878426, 0.063293199186032698, 0, -0.020664965968689288]
        },
        {
            "-LogSoftmax(x.With(k, x[k] - 0.5))[0]",
            [1.5413424713461909, -0.78590650596331786, 0.037203870725838614, 0.58196645443121804, 0.1667361808062612]
        },
        {
            "LogSoftmax(Where(Index(x) == k, 2 * x, x))[0]",
            [-3.5572897946823107, 0.9714839956928163, -0.0049553385199091898, -1.8886407413768098, -0.022208286484502219]
        },
    };

    [Theory]
    [MemberData(nameof(ChangedAtTheLabel))]
    public async Task A_row_that_is_changed_at_the_label_and_read_elsewhere_has_its_gradient(string formula, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        double[] x = [0.5, -1.25, 2, 0.25];
        Close(expected, loss.InDouble(x, 2), DoubleTolerance);
        Close(expected, loss.InFloat(x, 2), FloatTolerance);
    }

    [Fact]
    public async Task A_power_of_hyper_parameters_counts_once()
    {
        WrittenLoss scalars = await WrittenLoss.Compile(
            "public double Formula(double p, double t) => Pow(k, tau) * p + 0 * t;", "SS", "(double k, double tau)", "(0.7, 1.5)");
        Close([0.45915902256190063, 0.58566201857385283], scalars.InDouble(0.784, 1.0), DoubleTolerance);
        Close([0.45915902256190063, 0.58566201857385283], scalars.InFloat(0.784, 1.0), FloatTolerance);

        double[] z = [0.5, -1, 0.25];
        WrittenLoss row = await WrittenLoss.Compile(
            "public double Formula(Row z) => Sum(Pow(w, tau) * Exp(z));", "R", "(Row w, double tau)", "(new double[] { 0.5, 2, 0.25 }, 1.5)");
        Close([1.7839343625310265, 0.58291099539928105, 1.0405201900457778, 0.16050317708596769], row.InDouble(z), DoubleTolerance);

        WrittenLoss roots = await WrittenLoss.Compile(
            "public double Formula(Row z) => Sum(z * Pow(w, -0.5));", "R", "(Row w)", "(new double[] { 0.5, 2, 0.25 })");
        Close([0.5, 1.414213562373095, 0.70710678118654752, 2], roots.InDouble(z), DoubleTolerance);
    }

    // A quotient by the argument is no multiple of it.
    [Fact]
    public async Task What_is_divided_by_itself_does_not_move()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row y) => Mean(y / y + Softplus(y)) * y[0];", "R");
        Close([1.6931472e-30, 1.6931472], loss.InFloat((double[])[1e-30]), FloatTolerance);
    }

    // Three of one strong product over the norm: each counts.
    [Fact]
    public async Task A_weight_that_is_a_factor_three_times_counts_three_times()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row z) => Norm(Pow(XLogY(Abs(z) + 1E-08, Exp(z)[^1]).With(0, z[0]), 2));", "R");
        Close([16.001953165785733, 0.015623092844349318, 31.996094705159055], loss.InDouble((double[])[0.5, 2]), DoubleTolerance);
    }

    [Fact]
    public async Task A_difference_of_logarithms_is_not_multiplied_out()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double p, double t) => Pow(Log(1 + p) - Log(1 + t), 2);", "SS");
        Close([1.1080215775968068e-10, -2.2160548185633437e-6], loss.InDouble(8.5, 8.5001), 1e-9);
        // What is left of the difference has two digits in float, as in the formula itself.
        Close([1.1110330632105168e-10, -2.2190642765672464e-6], loss.InFloat(8.5, 8.5001), 0.05);
    }

    public static TheoryData<string, double, double, double, double> Cancelled => new()
    {
        { "t * Exp(p)", 1000, 0, 0, 0 },
        { "Min(Exp(p), 2) + 0 * t", 1000, 1, 2, 0 },
        { "Max(Log(p), -1) + 0 * t", 0, 1, -1, 0 },
        { "-Min(Exp(p) * t, Clamp(Exp(p), 0.8, 1.2) * t)", 1000, 0, 0, 0 },
        { "-t * Exp(-0.5 * p) / -0.5 + Exp(0.5 * p) / 0.5", -2000, 0, 0, 0 },
        { "Exp(-p) * t + p", -800, 0, -800, 1 },
        { "k * Exp(p) + 0 * t", 1000, 1, 0, 0 },
        { "t * Log(p)", 0, 0, 0, 0 },
        { "(1 - t) * Log(1 - p)", 1, 1, 0, 0 },
        { "t * (Log(p) - 3)", 0, 0, 0, 0 },
        { "t * (Exp(p) - 1) * p", 1000, 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Cancelled))]
    public async Task A_factor_of_zero_cancels_what_overflows_and_an_input_that_is_not_finite_stays(
        string formula, double p, double t, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double K {{ get; init; }}\npublic double Formula(double p, double t) => {formula.Replace("k ", "K ", StringComparison.Ordinal)};", "SS");
        Close([value, gradient], loss.InDouble(p, t), DoubleTolerance);
        Close([value, gradient], loss.InFloat(p, t), FloatTolerance);
        Assert.True(double.IsNaN(loss.InDouble(double.NaN, t)[0]), "An input that is NaN was lost.");
        Assert.True(double.IsNaN(loss.InFloat(double.NaN, t)[0]), "An input that is NaN was lost.");
    }

    [Fact]
    public async Task A_row_that_holds_NaN_has_no_largest_and_no_smallest_element()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => Max(x) + Min(x);", "R");
        foreach (int length in new[] { 3, 16, 40 })
        {
            for (int place = 0; place < length; place++)
            {
                double[] x = [.. Enumerable.Range(0, length).Select(index => index == place ? double.NaN : index)];
                Assert.Equal(double.NaN, loss.InDouble(x)[0]);
                Assert.Equal(double.NaN, loss.InFloat(x)[0]);
            }
        }
        Assert.Equal(double.NegativeInfinity, loss.InDouble(new double[] { 2, double.NegativeInfinity, 3 })[0]);
    }

    // −10/h is a part of what the gradient multiplies with, which all samples share, and of the value, where q / q is 1 only if q is a number.
    [Fact]
    public async Task A_part_of_a_shared_number_of_the_gradient_has_a_name_in_the_value()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double q) => q * LogAddExp(-(10.0 / h), 0.5 + (q / q));", "S", "(double h)", "(-4.0)");
        double right = Math.Log(Math.Exp(2.5) + Math.Exp(1.5));
        Assert.Equal([3 * right, right], loss.InDouble(3.0), (x, y) => Math.Abs(x - y) < 1e-13);
    }

    // Multiples of −∞ by numbers of both signs: −∞ times the sum of these would be a number. The value alone and that with a gradient are one.
    [Theory]
    [InlineData("Dot(Erf(x), LogSoftmax(Where(Index(x) != k, double.NegativeInfinity, x)))")]
    [InlineData("Sum(Where(Index(x) != k, double.NegativeInfinity, x) * Erf(x))")]
    [InlineData("Sum(x * (double.NegativeInfinity - x[k]))")]
    [InlineData("Exp(Sum(Erf(x) * (double.NegativeInfinity - LogSumExp(x)))) + 0 * x[k]")]
    public async Task Infinities_of_both_signs_have_no_sum(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        foreach (double[] x in (double[][])[[0.5, 1, -2, 0.75], [0.5, 1, -2, double.NegativeInfinity]])
        {
            Assert.Equal(double.NaN, loss.InDouble(x, 0)[0]);
            Assert.Equal(double.NaN, loss.InFloat(x, 0)[0]);
        }
    }

    [Theory]
    [InlineData("t * Exp(p)")]
    [InlineData("K * Exp(p)")]
    public async Task An_infinite_input_is_not_cancelled_by_zero(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double K {{ get; init; }}\npublic double Formula(double p, double t) => {formula} + 0 * t;", "SS");
        Assert.All(loss.InDouble(double.PositiveInfinity, 0.0), number => Assert.Equal(double.NaN, number));
    }
}
