using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// Formulas that random programs found to be less accurate, or less often finite, than they are as plain C#. The right numbers are computed with 50 digits.
/// </summary>
public class DigitsTests
{
    // What the row is compared with is known a pass later than the row, and as large.
    [Theory]
    [InlineData("Dot(Softmax(x), LogSoftmax(x.With(k, x[k] - Tanh(LogSumExp(x)))))", new[] { 2, 0.5, 66 },
        new[] { -1.2817695232732338e-26, -1.0264389699511282e-26, -2.3571385860806008e-27, 1.2621528285591883e-26 })]
    [InlineData("Dot(Softmax(x), LogSoftmax(x.With(k, x[k] - Tanh(LogSumExp(x)))))", new[] { 0.25, 0.5, 40 },
        new[] { -5.085440540166679e-16, -2.168360450047949e-16, -2.7924866214281646e-16, 4.960847071476114e-16 })]
    [InlineData("Sum(XLogY(Softmax(x), Exp(x - Max(x.With(k, Mean(x))))))", new[] { 1e8, 1e8 + 1, 1e8 + 3.5 },
        new[] { -0.27951835213456, -0.06028391421561521, -0.09006996424884989, 0.1503538784644651 })]
    public async Task A_sum_of_small_differences_keeps_its_digits(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Close(expected, loss.InDouble(x, 1), DoubleTolerance);
    }

    // In a − (u − v), large numbers cancel before the small one is taken from what is left of them.
    [Theory]
    [InlineData("LogAddExp(LogSigmoid(0.1), x - y)", new[] { 10000, 10000.0 }, new[] { 0.4219807624114527, 0.65574665425642743 })]
    [InlineData("LogAddExp(x - y, Sigmoid(x) - 1.5)", new[] { 1e9, 1e9 }, new[] { 0.47407698418010668, 0.62245933120185459 })]
    [InlineData("LogAddExp(x - y, x - y - 1)", new[] { 1e9, 1e9 }, new[] { 0.31326168751822283, 1 })]
    public async Task Sums_that_are_compared_are_added_up_before(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double y) => {formula};", "SS");
        Close(expected, loss.InDouble(x[0], x[1]), DoubleTolerance);
    }

    // The group is another sum at the label.
    [Fact]
    public async Task A_group_keeps_together_at_an_index_that_its_row_is_changed_at()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Norm(w - (x.With(k, x[0]) - x[k]));", "RI", "(double[] w)", "(new[] { 1.2199717251118294, 0.33797172511182794 })");
        float[] w = [1.2199717251118294f, 0.33797172511182794f];
        double norm = Math.Sqrt((w[0] * (double)w[0]) + (w[1] * (double)w[1]));
        double slope = -(w[0] + (double)w[1]) / norm;
        Close([norm, slope, -slope], loss.InFloat((double[])[-10000, -10000], 1), FloatTolerance);
    }

    [Fact]
    public async Task A_quotient_by_powers_of_probabilities_keeps_its_digits_at_large_logits()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => 1 / Sum(Cube(Softmax(x)));", "R");
        double[] x = [44.03460693359375, 37.22393798828125];
        double[] expected = [1.0033095094295099, -0.0033131523340270564, 0.0033131523340270564];
        Close(expected, loss.InDouble(x), DoubleTolerance);
        Close(expected, loss.InFloat(x), FloatTolerance);
    }

    // The power of the sum is 1 up to a little, and its exponent is as large as the largest element.
    [Theory]
    [InlineData(0.999999, new[] { 0.5, 600 }, new[] { 3.7707571677571624e+260, 1.6477306869158286, 3.770753396999995e+260 }, 2e-15)]
    [InlineData(1.25, new[] { 0.5, 300 }, new[] { 7.251547794405553e+162, 7.693844360991917e+32, 9.064434743006941e+162 }, 3e-14)]
    [InlineData(0.25, new[] { 0.5, 800 }, new[] { 7.225973768125749e+86, 1.0924412931821268e-261, 1.8064934420314372e+86 }, 1e-13)]
    [InlineData(-1, new[] { 0.5, 300 }, new[] { 5.148200222412013e-131, -4.369765172728507e-261, -5.148200222412013e-131 }, 1e-13)]
    public async Task The_gradient_of_a_power_of_a_sum_has_the_digits_of_its_element(double p, double[] x, double[] expected, double tolerance)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x) => Pow(Sum(Exp(x)), p);", "R", "(double p)", FormattableString.Invariant($"({p:R})"));
        double[] computed = loss.InDouble(x);
        Close(expected, computed, 2e-13);
        Close([expected[1]], [computed[1]], tolerance);
    }

    [Fact]
    public async Task A_softplus_less_a_large_multiple_keeps_its_digits_at_zero()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double u, double t) => Softplus(u) - t * u;", "SS");
        Close([Math.Log(2), -1e18], loss.InDouble(0.0, 1e18), DoubleTolerance);
        Close([Math.Log(2), 0.5 - 0.25], loss.InDouble(0.0, 0.25), DoubleTolerance);
        Close([4.2483542552915889e-18, -4.2483542552915889e-18], loss.InDouble(40.0, 1.0), DoubleTolerance);
        Close([4.2483542552915889e-18, 4.2483542552915889e-18], loss.InDouble(-40.0, 0.0), DoubleTolerance);
        Close([0, 0], loss.InDouble(double.PositiveInfinity, 1.0), 0);
    }

    [Fact]
    public async Task Powers_of_a_product_and_of_a_quotient_neither_overflow_nor_underflow_before_it()
    {
        WrittenLoss product = await WrittenLoss.Compile("public double Formula(double a, double b) => Pow(a * b, 2);", "SS");
        Close([1e-24, 2e6], product.InFloat(1e-30, 1e18), FloatTolerance);
        WrittenLoss exponential = await WrittenLoss.Compile("public double Formula(double a, double b) => Pow(Exp(a) * b, 3);", "SS");
        Close([1.7008877635675863e+23, 5.1026632907027594e+23], exponential.InFloat(80.0, 1e-27), 1e-5);
        WrittenLoss quotient = await WrittenLoss.Compile("public double Formula(double a, double b) => Cube(b / Pow(a, 2));", "SS");
        Close([1e180, -6e210], quotient.InDouble(1e-30, 1.0), DoubleTolerance);
        WrittenLoss many = await WrittenLoss.Compile("public double Formula(double a, double b) => Softplus(b * b * a * b * a * a * b * a * a * b * a * b * a);", "SS");
        Close([0.69314718, 3.5000003e-36], many.InFloat(1e-10, 1e4), FloatTolerance);
        WrittenLoss weighed = await WrittenLoss.Compile(
            "public double Formula(Row a, double b) { Row t = XLogY(a, 2.0); return b * t[0] * b * b * b * t[0]; }", "RS");
        Close([4.8045302e-5, 9.6090606e-23], weighed.InFloat((double[])[1e18], 1e-10), FloatTolerance);
    }

    [Theory]
    [InlineData("ExpM1(q) - (1 - n)")]
    [InlineData("Max(ExpM1(q), ExpM1(q) - (1 - n))")]
    public async Task What_is_written_without_one_keeps_its_digits_beside_a_constant(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double q, double n) => {formula};", "SS");
        Assert.Equal(1e-9 + 5e-19, loss.InDouble(1e-9, 1.0)[0], 1e-24);
    }

    [Fact]
    public async Task The_largest_of_small_differences_keeps_its_digits()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => Min(ExpM1(x));", "R");
        Close([1e-9 + 5e-19, 1 + 1e-9, 0], loss.InDouble((double[])[1e-9, 0.5]), DoubleTolerance);
    }

    [Fact]
    public async Task A_sum_over_no_other_class_is_zero()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x, int k) => LogSumExp(-x * OneHot(k, x.Length));", "RI");
        Close([-745, -1], loss.InDouble((double[])[745], 0), 0);
    }

    [Fact]
    public async Task A_probability_of_almost_one_keeps_what_is_left_to_one_where_its_row_is_changed()
    {
        WrittenLoss last = await WrittenLoss.Compile("public double Formula(Row x, int k) => Softmax(x.With(k, x[k]))[^1];", "RI");
        double[] expected = [1, -9.982350930569248e-39, -4.715328697324056e-39, 1.4697679627893303e-38];
        Close(expected, last.InDouble((double[])[0.5, -0.25, 88], 2), DoubleTolerance);
        WrittenLoss label = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Dot(Abs(x) * OneHot(k, x.Length), Softmax(Square(x).With(k, Sum(x))));", "RI");
        Close([40, 8.544826695871326e-17, 1.9791154094042923e-17, 1], label.InDouble((double[])[0.5, 0.75, 40], 2), DoubleTolerance);
    }

    [Fact]
    public async Task What_is_not_taken_is_not_looked_at_in_sums_and_softmaxes()
    {
        // A jump is what it is about.
        WrittenLoss loss = await WrittenLoss.Compile(
            "#pragma warning disable ADCE103\n"
                + "public double Formula(Row x) => Mean(x) <= 1 ? 2 * x[0] : Sum(Softmax(XLogY(Index(x) + 1, x)) * Index(x));",
            "R");
        Close([1, 2, 0, 0], loss.InDouble((double[])[0.5, -0.25, -3]), 0);
    }

    [Fact]
    public async Task The_smallest_element_of_a_shared_row_is_a_shared_number_beside_the_label()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x, int k) => Min(Sigmoid(Index(x))) * x[k];", "RI");
        Close([0.25, 0, 0.5], loss.InDouble((double[])[3, 0.5], 1), DoubleTolerance);
    }

    [Theory]
    [InlineData("LogP1(Exp(Cube(Mean(Where(x == t, double.NegativeInfinity, x)))))")]
    [InlineData("Exp(-Square(Sum(Where(x == t, double.NegativeInfinity, x))))")]
    public async Task A_mask_of_infinity_that_an_exponential_makes_zero_has_no_gradient(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, double t) => {formula};", "RS");
        Close([0, 0, 0, 0], loss.InDouble((double[])[1, 0, 0.5], 1.0), 0);
        Close([0, 0, 0, 0], loss.InFloat((double[])[1, 0, 0.5], 1.0), 0);
    }

    // Of three factors, two overflow.
    [Theory]
    [InlineData("Mean(XLogY(Exp(x), 1e8 + x)) - x[0]", new[] { 85, 0.5 })]
    [InlineData("XLogY(Exp(x), 1e8 + x)[0] / Exp(Clamp(x, 0.1, 5.0))[0]", new[] { 88, 0.5 })]
    [InlineData("Dot(XLogY(Exp(x), 1e-8), Square(1 / Exp(x)))", new[] { -54, 0.5 })]
    [InlineData("Sum(XLogY(x, Abs(x) + 1), s => s / 1e20 * (s / 1e10))", new[] { 1e18, 0.5 })]
    public async Task A_product_is_finite_in_float_where_its_factors_make_up_for_each_other(string formula, double[] x)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Close(loss.InDouble(x), loss.InFloat(x), 1e-4);
    }

    // As a sum of exponentials it would have no more digits than the 1 that is taken from it, or that its own term is.
    [Theory]
    [InlineData("ExpM1(LogSumExp(x))", new[] { 1e-10 }, new[] { 1.00000000005e-10, 1.0000000001 })]
    [InlineData("ExpM1(LogSumExp(x)) + 1e-12 * x[0]", new[] { 1e-10 }, new[] { 1.0000000000510000e-10, 1.000000000101 })]
    public async Task A_log_sum_exp_that_was_written_stays_one_inside_of_an_exponential(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Close(expected, loss.InDouble(x), DoubleTolerance);
    }

    [Fact]
    public async Task A_reciprocal_of_a_probability_that_is_almost_one_has_a_gradient_under_a_lifted_label()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Pow(Softmax(x), -1.0)[k];", "RI", "", "() { LabelSmoothing = 1e-30, ClassWeights = new double[] { 1, 0, 0 } }");
        double[] expected = [1.0000000125272289, -1.2527228818485925e-8, 1.2510891641684975e-8, 1.6337176800950202e-11];
        Close(expected, loss.InFloat((double[])[11.142714500427246, -7.053951740264893, -13.694863319396973], 0), FloatTolerance);
    }

    // What a logarithm is multiplied with is not multiplied with what flows back before it is divided by: that underflows.
    [Theory]
    [InlineData("Square(Where(t < 0, 0, XLogY(q, q)))", 9.40526149328147e-27)]
    [InlineData("Square(q + XLogY(q, q)) / (t > 2 ? Log(q) : 2)", 4.566475641061094e-27)]
    [InlineData("Square(XLogY(q, q))", 9.40526149328147e-27)]
    public async Task A_small_number_times_its_logarithm_keeps_its_gradient_where_it_is_chosen(string formula, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double q, double t) => {formula};", "SS");
        Assert.Equal(gradient, loss.InFloat(1e-30, 1.0)[1], FloatTolerance * gradient);
    }

    // What the outer one shifts by cancels with the inner one, and both would be as large as the row.
    [Theory]
    [InlineData("LogSoftmax(s * LogSoftmax(x))[1]", new[] { 0.0625, 40.5 }, new[] { -5.3577444751451239e-60, -1.8082387603614793e-59, 1.8082387603614793e-59 })]
    [InlineData("Dot(x, LogSoftmax(s * LogSoftmax(x)))", new[] { 29.25, 0.25 }, new[] { -24.46875, -0.84375, -97.03125 })]
    [InlineData("LogSumExp(s * LogSoftmax(x))", new[] { 29.25, 0.25 }, new[] { -8.584871559896023e-13, 8.5848715598949311e-13, -8.5848715598949311e-13 })]
    public async Task A_multiple_of_a_log_softmax_keeps_its_digits_in_a_log_sum_exp(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R", "(double s)", "(3.375)");
        Close(expected, loss.InDouble(x), 4e-14);
    }

    // Where the index is left out, the question whether it is there has left the numerator.
    [Theory]
    [InlineData("Softmax(Softmax(Where(Index(x) != k, x, Index(x))))[k]", new[] { 3.0, 88, 3 },
        new[] { 0.21194155761708545, 9.3863269777463616e-39, -2.2321161246843232e-38, 0 })]
    [InlineData("Sum(Where(Index(x) != k, Square(Softmax(x.With(k, 0))), 0))", new[] { 3.0, 44, 3 },
        new[] { 1, -3.1257643786699775e-18, 3.2813870234926534e-18, 0 })]
    public async Task The_probabilities_beside_an_index_keep_the_digits_of_their_gradient(string formula, double[] x, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        Close(expected, loss.InDouble(x, 2), DoubleTolerance);
    }

    [Fact]
    public async Task A_power_of_a_sum_has_the_gradient_of_every_label_that_is_its_exponent()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Pow(Sum(Exp(x)), Index(x)[k]);", "RI", "", "() { LabelSmoothing = 0.25 }");
        double[] expected = [9.6818153984009993, 2.8348603068667207, 1.339093190656968, 12.704962453219795];
        Close(expected, loss.InDouble((double[])[0.5, -0.25, 2], 0), DoubleTolerance);
    }

    // What is small is subtracted after the large logits have been.
    [Theory]
    [InlineData("Square((LogSoftmax(x.With(k, x[k] - 0.5)) - Tanh(x[k]))[2])")]
    [InlineData("Sum(Where(Index(x) == 2, LogSoftmax(x.With(k, x[k] - 0.5)) - Tanh(x[k]), 0))")]
    public async Task A_function_of_a_logit_waits_for_the_log_softmax_of_a_changed_row(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula};", "RI");
        double[] x = [0.65625, 0.25, 710];
        Close(loss.InDouble(x, 1)[..1], loss.InFloat(x, 1)[..1], FloatTolerance);
    }

    [Fact]
    public async Task A_softmax_of_a_changed_row_leaves_out_the_place_it_is_read_at()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double t, Row x, int k) => Softmax(Index(x).With(k, t))[1];", "SRI");
        Close([1, 1.2471907915885901e-180], loss.InDouble(414.2444230834617, (double[])[17, -120], 1), 1e-12);
    }

    [Fact]
    public async Task A_log_softmax_is_not_torn_apart_by_an_element_that_is_added_to_it()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => Max(LogSoftmax(x) + x[1]);", "R");
        Close([-10000, 0, 1], loss.InDouble((double[])[1e18, -10000]), DoubleTolerance);
    }

    // Each position has a log-sum-exp of its own, and is almost all of it, or almost nothing.
    [Theory]
    [InlineData("Softplus(Sum(x, (z, v) => LogSoftmax(w.With(0, w[0] - z))[v]))", new[] { -8.689972336404026, -7.158938461448997 },
        new[] { 1.1549727623350918, 0.35861334577202797 }, new[] { 0.0003505876563692466, -2.6596592948626541e-8, 0.00035040328666526867 })]
    [InlineData("Sum(x, (z, v) => LogSoftmax(w * z)[v])", new[] { 10.5, -9.25 }, new[] { 8, 0.25 },
        new[] { -7.354298911990436e-32, 3.5366186892761463e-35, -5.699227994923661e-31 })]
    [InlineData("Sum(x, (z, v) => Softmax(w * z)[v])", new[] { 10.5, -9.25 }, new[] { 8, 0.25 },
        new[] { 2, 3.5366186892761463e-35, -5.699227994923661e-31 })]
    public async Task A_row_that_depends_on_the_place_it_is_read_at_leaves_it_out_of_its_softmax(string formula, double[] x, double[] w, double[] expected)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, Row w) => {formula};", "RR");
        Close(expected, loss.InDouble(x, w), DoubleTolerance);
    }

    // Of the smallest element, the probability underflows, and what flows back to it is as large as the largest exponential.
    [Theory]
    [InlineData("Sum(Exp(Max(x, 1))) * Log(Sum(Exp(x)))")]
    [InlineData("Sum(XLogY(Exp(Max(x, 1)), Sum(Exp(x))))")]
    [InlineData("Exp(x[2]) * LogSumExp(x)")]
    public async Task A_large_factor_makes_up_for_a_probability_that_underflows(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        double[] x = [-72.5, -9.25, 23.75];
        Close(loss.InDouble(x), loss.InFloat(x), 1e-5);
    }

    // What flows back to the smaller one of two exponentials is its share of their sum.
    [Theory]
    [InlineData("Exp(One) / (Exp(t) + Exp(s))", 3.9174696644503955e-64, -9.308164360233059e-128)]
    [InlineData("1 / (3 * Exp(s) + 3 * Exp(t))", 4.803855169880297e-65, -1.1414274343914912e-128)]
    public async Task A_quotient_by_two_exponentials_keeps_the_digits_of_the_smaller_one(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"private const double One = 1; public double Formula(double s, double t) => {formula};", "SS");
        Close([value, gradient], loss.InDouble(0.5, 147.0), 100 * DoubleTolerance);
    }
}
