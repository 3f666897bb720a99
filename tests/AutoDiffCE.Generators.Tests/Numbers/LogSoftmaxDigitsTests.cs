using AutoDiffCE.Generators.Tests.Infrastructure;
using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// Elements beside their log-sum-exps, whatever else is in the sum: formulas that random programs found. The right numbers are computed with 50 digits.
/// </summary>
public class LogSoftmaxDigitsTests
{
    // A mean under a softmax is about 1e18 and small beside its row, whose log-sum-exp and element at the label cancel with nothing else.
    [Theory]
    [InlineData("1 / Exp(x)[k] / Dot(Softmax(x), Softplus(x))", 1.0111672585914387e-18)]
    [InlineData("Exp(-x[k] - Log(Dot(Softmax(x), Softplus(x))))", 1.0111672585914387e-18)]
    [InlineData("x[k] + Log(Dot(Softmax(x), Softplus(x)))", 41.43542630877295)]
    public async Task An_element_that_is_added_does_not_part_a_softmax_from_its_row(string formula, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Assert.InRange(loss.InDouble((double[])[3, 1e18, 2, -0.011105365119874477], 3)[0] / value, 1 - 1e-13, 1 + 1e-13);
    }

    // The element at the label is one of the row, and none of the row that was changed there.
    [Theory]
    [InlineData("Softmax(x)[k] / Sum(Exp(x.With(k, Log(0.1))))", new[] { 0.53076962998288484, 8.8609487607680687e-14, -0.038126168801592317, -0.46447182117015958 })]
    [InlineData("LogSoftmax(x)[k] - LogSumExp(x.With(k, Log(0.1)))", new[] { -0.6334271937169388, 1.6694528586825509e-13, -0.071831858207150492, -0.87509117879471911 })]
    [InlineData("-LogSumExp(Where(Index(x) == k, Log(0.1), x)) + LogSoftmax(x)[k]", new[] { -0.6334271937169388, 1.6694528586825509e-13, -0.071831858207150492, -0.87509117879471911 })]
    [InlineData(
        "XLogY(Softmax(x)[k], Exp(0.3) + Exp(x[k])) / Sum(Exp(Where(Index(x) == k, Log(0.1), x)))",
        new[] { 15.923088899486612, 0.53076962998547608, -1.1437850640477743, -13.934154635104846 })]
    public async Task A_log_softmax_stays_together_beside_a_row_that_was_changed_at_the_label(string formula, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Close(expected, loss.InDouble((double[])[30, -2, 0.5], 0), 30 * DoubleTolerance);
    }

    // A log-sum-exp of a row three times as large, which is shifted by an element, too: the log-sum-exp of the row itself cancels with the row.
    [Theory]
    [InlineData("LogSumExp(3 * (LogSoftmax(x) + x[k]))")]
    [InlineData("LogSumExp((LogSoftmax(x) + x[k]) / (1.0 / 3))")]
    [InlineData("LogSumExp(3 * x) + 3 * x[k] - 3 * LogSumExp(x)")]
    [InlineData("Log(Sum(Cube(Softmax(x) * Exp(x[k]))))")]
    [InlineData("3 * x[k] + Log(Sum(Cube(Softmax(x))))")]
    public async Task A_multiple_of_a_log_softmax_stays_together_beside_the_element_at_the_label(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        double value = loss.InDouble((double[])[23.650600314544516, 0.0771222201835779, -15.994502515729913], 1)[0];
        Assert.InRange(value / 0.23136666037723752, 1 - 1e-15, 1 + 1e-15);
    }

    // What is small beside a logit is added after the logit is gone.
    [Theory]
    [InlineData("Max(LogSoftmax(x) - Index(x))", -1, 0)]
    [InlineData("LogSumExp(LogSoftmax(x) - Index(x))", -1, 0)]
    [InlineData("Log(Dot(Softmax(x), Exp(-Index(x))))", -1, 0)]
    [InlineData("Sum(Softmax(x), (p, i) => p * Pow(Softplus(x)[i] / 1e18 * 4, 1.5))", 8, 1.2e-17)]
    public async Task A_term_beside_a_log_softmax_keeps_its_digits_beside_a_large_logit(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Close([value, 0, gradient], loss.InDouble((double[])[1, 1e18]), DoubleTolerance);
        Close([value, 0, gradient], loss.InFloat((double[])[1, 1e18]), FloatTolerance);
    }

    // An element stays beside its log-sum-exp, whatever else it would cancel with.
    [Theory]
    [InlineData("(LogSigmoid(x * x) - LogSoftmax(x * x))[1]", new[] { 3.266907553654164, 12.277282835450023 }, new[] { 1.4898547703064683e-61, 9.7346611506371489e-61, -3.658273679759388e-60 })]
    [InlineData("Sum(Exp(2 * (LogSoftmax(x) + Tanh(x))))", new[] { 88, 0.5, -0.25 }, new[] { 7.3890560989306502, 2.1720395858922756e-37, -1.475203020503775e-37, -6.9683656538850064e-38 })]
    [InlineData("Sum(x, a => Softmax(Index(x).With(0, a))[0])", new[] { 40, 13.0 }, new[] { 1.9999938558253978, 1.1548224173015786e-17, 6.1441368513331753e-6 })]
    [InlineData("Sum(XLogY(Exp(x)[0], Exp(Square(Softmax(x)))))", new[] { -0.25, 88, 1 }, new[] { 0.77880078307140487, 0.77880078307140487, 3.2979787990124968e-38, -2.5635184626294884e-38 })]
    [InlineData("Max(LogSoftmax(Where(Index(x) != 1, double.NegativeInfinity, x)) + x * x)", new[] { 0.5, 0.005449490013106637 }, new[] { 2.9696941402948974e-05, 0, 0.010898980026213274 })]
    [InlineData("-LogSoftmax(x.With(2, 40.0))[2]", new[] { 0.5, 1, 2 }, new[] { 1.8552576199184431e-17, 7.0043520261686451e-18, 1.1548224173015786e-17, 0 })]
    [InlineData("1 - Softmax(x.With(1, 40.0))[1]", new[] { 0.5, 1, 2 }, new[] { 3.8395679946648942e-17, 7.0043520261686451e-18, 0, 3.1391327920480296e-17 })]
    public async Task An_element_and_its_log_sum_exp_cancel_first(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        // An exponent of 150 that is rounded costs as much.
        Close(expected, loss.InDouble(x), 150 * DoubleTolerance);
    }

    // What flows back to the largest logit is its adjoint without the share of all: a log-softmax of a row that has something else at the label, too.
    [Theory]
    [InlineData("LogSoftmax(Max(LogSoftmax(x.With(k, 3.0)), -15))[k]", new[] { -15.000000609741422, 0, 2.0611523571637491e-9, -2.0630318848265069e-9 })]
    [InlineData("Sum(10 * Tanh(0.1 * LogSoftmax(x.With(k, 3.0))))", new[] { -19.55035033978507, 0, 0.070650822581382916, -0.088555049326429495 })]
    [InlineData("Sum(Where(Index(x) == k, 0, Exp(Max(LogSoftmax(x.With(k, 3.0)), -15)))) + x[k]", new[] { 2.0000003038392874, 1, -2.0611536139341013e-9, 2.0630331427428854e-9 })]
    public async Task A_row_that_was_changed_at_the_label_keeps_the_digits_beside_its_peak(string formula, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Close(expected, loss.InDouble((double[])[1, 10, 30], 0), 30 * DoubleTolerance);
        Close(expected, loss.InFloat((double[])[1, 10, 30], 0), 30 * FloatTolerance);
    }

    // What all elements are shifted by does not change a softmax; below a scale it was taken out of the log-sum-exp alone, and the peak lost its digits.
    [Theory]
    [InlineData("(x - 1) * 0.5")]
    [InlineData("(x - 2) / T")]
    [InlineData("0.5 * (x - 1 + y)")]
    [InlineData("(x - Max(x)) / T")]
    [InlineData("(x - x[0] - y + 1) / T")]
    [InlineData("-(3 - x - 2 * Mean(x)) / T")]
    [InlineData("(x - y) * Erf(T) / (2 * Erf(T))")]
    [InlineData("(2 * (x - x[^1]) - 4 * y) / (T * T)")]
    public async Task A_shift_below_a_temperature_cancels_with_the_element_that_has_it_too(string row)
    {
        const string Temperature = "public double T { get; init; } = 2; public double Formula(Row x, int k, double y) => ";
        double[] x = [-1.75, 30, -2];
        double[] logarithm = [-2.4005420505497961e-7, -6.3759514268625394e-8, 1.2002708812098562e-7, -5.6267573852360225e-8], probability = [0.99999975994582376, -6.3759498962887718e-8, 1.2002705930798185e-7, -5.6267560345094134e-8];
        foreach (string formula in (string[])[$"LogSoftmax({row})[k]", $"Log((Exp({row}) / Sum(Exp({row})))[k])"])
        {
            WrittenLoss loss = await WrittenLoss.Compile($"{Temperature}{formula};", "RIS");
            Close(logarithm, loss.InDouble(x, 1, 0.25), 20 * DoubleTolerance);
            Close(logarithm, loss.InFloat(x, 1, 0.25), 20 * FloatTolerance);
        }
        WrittenLoss softmax = await WrittenLoss.Compile($"{Temperature}Softmax({row})[k];", "RIS");
        Close(probability, softmax.InDouble(x, 1, 0.25), 20 * DoubleTolerance);
        Close(probability, softmax.InFloat(x, 1, 0.25), 20 * FloatTolerance);
    }

    // The largest element is a number that is known when the formula is compiled.
    [Fact]
    public async Task A_row_that_is_masked_but_for_one_number_has_all_probability_there()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Dot(x, Exp(2 * LogSoftmax(Where(Index(x) != k, double.NegativeInfinity, x - x))));", "RI");
        Assert.Equal([-2, 0, 0, 1], loss.InDouble((double[])[1, 10, -2], 2));
        Assert.Equal([10, 0, 1, 0], loss.InFloat((double[])[1, 10, -2], 1));
    }

    // Along the row the exponent is (a b) x[i], at the label it is a (b x[k]).
    [Fact]
    public async Task A_peak_is_one_at_the_label_too_where_its_exponent_is_rounded_in_another_way()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => LogSumExp(Softmax((Index(x)[k] - x[k]) * XLogY(Exp(x[k]), Softmax(x))));", "RI");
        double[] x = [0.891852033790201, -0.41973320697434247, 0.10769245168194175, -0.6084115148987621, -0.013107192236930132, 1.1466635481920093, 1.9327298586722463];
        Close([2.1654221804351581, -1.1006908325207921e-12, -1.0878988466706832e-28, -2.969506387348335e-22, -5.422200690018824e-31, -9.9674584130154614e-24,
            -1.4160931426367811e-9, 2.257517843405965e-9], loss.InDouble(x, 6), 10 * DoubleTolerance);
    }

    [Fact]
    public async Task What_cancels_with_an_element_of_its_row_stays_in_the_log_sum_exp()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => LogSumExp((x[0] - x) - x * x[1]);", "R");
        Assert.Equal(7.45e-8, loss.InDouble((double[])[-745, 1e-10, -1e-10])[0], 1e-21);
    }

    [Fact]
    public async Task Each_of_two_log_softmaxes_in_a_sum_has_its_own_gradient()
    {
        WrittenLoss two = await WrittenLoss.Compile("public double Formula(Row x, Row w) => Dot(w, LogSoftmax(x) - LogSoftmax(x * x));", "RR");
        Close([2.0611536181902037e-9, -2.0611536181902037e-9], two.InDouble((double[])[20, 0], (double[])[1, 0])[1..], 40 * DoubleTolerance);
        WrittenLoss captured = await WrittenLoss.Compile(
            "public double Formula(Row x, Row w) => Dot(w, LogSoftmax(v) - LogSoftmax(x));", "RR", "(Row v)", "(new double[] { 1, 2 })");
        Close([-4.248354255291589e-18, 4.248354255291589e-18], captured.InDouble((double[])[40, 0], (double[])[1, 0])[1..], 40 * DoubleTolerance);
    }

    [Fact]
    public async Task A_sum_that_is_large_makes_up_for_a_probability_that_underflows()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row e, int k) => XLogX(Sum(Exp(XLogY(Sum(Exp(Index(e))), e)))) * e[k];", "RI");
        double[] found = loss.InDouble((double[])[89, 745, 0.001, 88, 745], 3);
        Assert.InRange(found[0] / 2.5417848792523928e+251, 1 - 1e-11, 1 + 1e-11);
        Assert.InRange(found[3] / 1.819741011659964e-248, 1 - 1e-11, 1 + 1e-11);
    }

    // The row has an element of its own at 0; that all others are equal is no reason to take one of them.
    [Fact]
    public async Task An_element_that_a_row_is_changed_at_is_left_out_before_others()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, Row w) { Row same = Where(w > 9.0, 0.5, x[1]); return LogSoftmax(same.With(0, same[0] - w[^1]))[0]; }", "RR");
        // An exponent of 30 that is rounded costs as much.
        Close([-9.3576229688401746e-14, 0, 0], loss.InDouble((double[])[0.25, -3], (double[])[1, -30]), 30 * DoubleTolerance);
    }

    [Fact]
    public async Task An_element_and_its_log_sum_exp_cancel_first_where_they_are_doubled_too()
    {
        CompiledLoss loss = (await LossBatch.CompileAsync(("", "public Row Formula(Row x) => XLogY(Exp(x)[0], Exp(Square(Softmax(x))));")))[0];
        double[] gradient = loss.Backward<double>(loss.Create(), [new[] { -0.25, 88, 1 }], 3, [1, 1, 1])[0];
        Close([0.77880078307140487, 3.2979787990124968e-38, -2.5635184626294884e-38], gradient, 10 * DoubleTolerance);
    }

    // Each of several elements beside a multiple of their log-sum-exp is left out by itself.
    [Theory]
    [InlineData("LogSoftmax(x)[k] + LogSoftmax(x)[^1]", 4, new[] { -6.711056106061324e-15, -5.956652537240438e-16, -3.4278168630840146e-15, -2.669586457195197e-15, -1.798753205805758e-17, 6.711056106061313e-15 })]
    [InlineData("Log(Softmax(x)[^1] * Softmax(x)[k])", 1, new[] { -34.00000000000001, -5.956652537240438e-16, 0.9999999999999966, -2.669586457195197e-15, -1.798753205805758e-17, -0.9999999999999933 })]
    public async Task Log_probabilities_of_two_classes_are_exact_for_each(string formula, int label, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Close(expected, loss.InDouble((double[])[-1.25, 0.5, 0.25, -4.75, 34.5], label), 40 * DoubleTolerance);
    }

    // (k − logSumExp(k)) / k is not 1 − logSumExp(k) / k.
    [Fact]
    public async Task A_log_probability_that_is_divided_by_its_logit_stays_together()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row k, int prior) => Dot(LogSoftmax(k) / k, Exp(k)) * k[prior];", "RI");
        double[] expected = [2.2972692446587594e-12, 2.3085494261726557e-12, 1.4047780339743214e-12];
        Close(expected, loss.InDouble((double[])[-27.470121876424358, 2.6920294360453747], 1), 40 * DoubleTolerance);
    }

    // What a batch shares may be as large as what is left of it is small.
    [Fact]
    public async Task A_sum_keeps_its_order_beside_a_log_sum_exp_that_nothing_in_it_is_an_element_of()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => h / h - 1 - LogSumExp(x);", "R", "(double h)", "(0.3)");
        Close([-1e-10f, -1], loss.InFloat((double[])[1e-10]), FloatTolerance);
    }

    // A place that is a number, k in k a − logSumExp_i(i a), picks no element that tells of it.
    [Theory]
    [InlineData("LogSoftmax(Index(x) * x[0])[x.Length - 1]", -4.248354255291589e-18)]
    [InlineData("LogSoftmax(Index(x) * x[0])[2]", -4.248354255291589e-18)]
    [InlineData("LogSoftmax(Index(x) * x[0])[k]", -4.248354255291589e-18)]
    [InlineData("LogSoftmax(XLogY(Index(x), Exp(x[0])))[^1]", -4.248354255291589e-18)]
    public async Task A_row_of_numbers_of_places_leaves_out_the_place_that_is_picked(string formula, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula} + 0 * x[k];", "RI");
        Close([value, -value, 0, 0], loss.InDouble((double[])[40, 1, 2], 2), 40 * DoubleTolerance);
        Close([value, -value, 0, 0], loss.InFloat((double[])[40, 1, 2], 2), 40 * FloatTolerance);
    }

    // A product of exponentials of two elements, of which one is beside the sum: as written, not the other one.
    [Theory]
    [InlineData("XLogX(Exp(x)[1] * Softmax(x)[0])", new[] { 11.58338073687628, -2.176378518808633 }, new[] { -0.24691359415370977, -1.4111392092869121e-07, -0.13346192240590989 })]
    [InlineData("Log(Softmax(x)[0] * Exp(x)[1])", new[] { 11.58338073687628, -2.176378518808633 }, new[] { -2.1763795761427683, 1.0573335763516306e-06, 0.99999894266642365 })]
    [InlineData("Log(Exp(x)[1] * Softmax(x)[0])", new[] { 1e18, 1 }, new[] { 1.0, 0, 1 })]
    [InlineData("x[1] + LogSoftmax(x)[0]", new[] { 1e18, 1 }, new[] { 1.0, 0, 1 })]
    [InlineData("LogSoftmax(x)[0] + x[1]", new[] { 1e18, 1 }, new[] { 1.0, 0, 1 })]
    [InlineData("x[1] - Max(x[0], x[1]) * 0 + LogSoftmax(x)[0]", new[] { 1e18, 1 }, new[] { 1.0, 0, 1 })]
    public async Task The_element_that_is_written_beside_a_log_sum_exp_is_left_out_of_it(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Close(expected, loss.InDouble(x), 40 * DoubleTolerance);
    }

    // A sum over the others does not ask whether an element is at the label, and that element is the largest all the same.
    [Fact]
    public async Task The_largest_element_equals_itself_where_the_label_is_left_out()
    {
        WrittenLoss loss = await WrittenLoss.Compile("""
            public double Formula(Row y, int b)
            {
                Row tau = LogSoftmax(Where(Index(y) != b, Clamp(Min(y), 0, 0.9), 2));
                return Dot(ExpM1(Softmax((y + 1) * (y + 1) * (tau + 2.0 / 7) * (y + 1) * (tau + 2.0 / 7))), Index(y) + 1);
            }
            """, "RI");
        double[] computed = loss.InDouble((double[])[0.8078034615609795, 0.02625870960764587, 0.7900660489685833], 2);
        double[] expected = [1.7182818180362417, 3.8191987385991570e-7, -2.7594606028787033e-7, 1.1545844762403232e-12];
        for (int index = 0; index < expected.Length; index++)
            Assert.Equal(expected[index], computed[index], 1e-13 * Math.Abs(expected[index]));
    }
}
