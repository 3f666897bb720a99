using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// The functions of whole rows: norms, the variance, cosines, and those that depend on the order of the elements. Weights tell where each element went. The right
/// numbers are computed with 60 digits.
/// </summary>
public class RowFunctionTests
{
    private static readonly double[] weights = [1, 10, 100, 1000];

    // A formula, the row, and then the value and the gradient.
    public static TheoryData<string, double[], double[]> Known => new()
    {
        { "Variance(x)", [0.5, -1.25, 2.0, 0.75], [1.34375, 0.0, -0.875, 0.75, 0.125] },
        { "Variance(x, 1)", [100000000.0, 100000008.0, 100000032.0, 100000016.0], [186.66666666666666, -9.333333333333334, -4.0, 12.0, 1.3333333333333333] },
        { "Norm(x, 1)", [0.5, -1.25, 2.0, 0.75], [4.5, 1.0, -1.0, 1.0, 1.0] },
        { "Norm(x, 2)", [1e200, -3e200, 2e200, 0.0], [3.741657386773941e200, 0.2672612419124244, -0.8017837257372732, 0.5345224838248488, 0.0] },
        { "Norm(x, double.PositiveInfinity)", [0.5, -1.25, 2.0, 0.75], [2.0, 0.0, 0.0, 1.0, 0.0] },
        { "Norm(x, 3)", [0.5, -1.25, 2.0, 0.75], [2.1897595699439445, 0.05213713261771297, -0.32585707886070603, 0.8341941218834075, 0.11730854838985418] },
        { "Norm(x, 1.5)", [10, -30, 20, 0], [43.346228721136086, 0.48031299954988516, -0.8319265187562084, 0.67926515814755, 0.0] },
        { "CosineSimilarity(x, w)", [0.5, -1.25, 2.0, 0.75], [0.3696411760253514, -0.02859739103787419, 0.07641939945003398, -0.07655848430242028, 0.35058655124842686] },
        { "CosineSimilarity(x, w)", [1e200, -3e200, 2e200, 0.0], [0.04547259008731516, -2.982120569635957e-203, 1.2403342241861655e-202, 2.0096073647610461e-202, 2.6592157945798342e-201] },
        { "CosineSimilarity(x, w)", [1e-09, 2e-09, -1e-09, 5e-10], [0.04188897131163356, 99498.74420815572, 994987.4420815571, 9949874.420815572, 99498744.20815572] },
        { "CosineSimilarity(w, x, 0.5)", [1e-09, 2e-09, -1e-09, 5e-10], [8.377794262326712e-10, 0.0019899748841631145, 0.019899748841631145, 0.19899748841631143, 1.9899748841631144] },
        { "Dot(w, CumulativeSum(x * x))", [0.5, -1.25, 2.0, 0.75], [6974.625, 1111.0, -2775.0, 4400.0, 1500.0] },
        { "Dot(w, CumulativeLogSumExp(x))", [700.0, -800.0, 710.0, 705.0], [788706.764983437, 11.049633828106598, 0.0, 1093.257817055304, 6.692549116589287] },
        { "Dot(w, Reverse(x * x))", [0.5, -1.25, 2.0, 0.75], [446.8125, 1000.0, -250.0, 40.0, 1.5] },
        { "Dot(w, Sort(x * x))", [0.5, -1.25, 2.0, 0.75], [4162.125, 1.0, -250.0, 4000.0, 15.0] },
        { "Dot(w, SortDescending(Exp(x)))", [0.5, -1.25, 2.0, 0.75], [479.9359801952603, 164.87212707001282, 286.5047968601901, 7.38905609893065, 21.170000166126748] },
        { "Dot(w, Sort(-x, Square(x)))", [0.5, -1.25, 2.0, 0.75], [1597.125, 100.0, -2500.0, 4.0, 15.0] },
        { "Square(x[ArgMax(x)]) + x[ArgMin(x)] * ArgMax(w)", [0.5, -1.25, 2.0, 0.75], [0.25, 0.0, 3.0, 4.0, 0.0] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Value_and_gradient_are_right(string formula, double[] x, double[] right)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, Row w) => {formula};", "RR");
        Close(right, loss.InDouble(x, weights), DoubleTolerance);
        if (x.All(element => Math.Abs(element) < 1e30))
            Close(right, loss.InFloat(x, weights), FloatTolerance);
    }

    // Of elements that are equal, the first stays the first, and has the derivative of its place.
    [Theory]
    [InlineData("Dot(w, Sort(x))", new[] { 3221.0, 10, 100, 1, 1000 })]
    [InlineData("Dot(w, SortDescending(x))", new[] { 1223.0, 10, 100, 1000, 1 })]
    [InlineData("Dot(w, Sort(t, x))", new[] { 2213.0, 100, 1000, 10, 1 })]
    [InlineData("x[ArgMax(t)] + 10 * Index(x)[ArgMin(t)] + 100 * OneHot(ArgMax(t), x.Length)[2]", new[] { 32.0, 1, 0, 0, 0 })]
    [InlineData("x[ArgMax(t)] + 10 * x[ArgMin(t)] + 100 * x[ArgMax(Softmax(t))]", new[] { 232.0, 101, 0, 0, 10 })]
    public async Task The_first_of_what_is_equal_is_the_first(string formula, double[] right)
    {
        double[] x = [2, 2, 1, 3], t = [0.75, 0.75, 0.5, 0.25];
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, Row t, Row w) => {formula};", "RRR");
        Assert.Equal(right, loss.InDouble(x, t, weights));
        Assert.Equal(right, loss.InFloat(x, t, weights));
    }

    // Where an item has to be evaluated exactly, its order is decided, too: no key is compared with itself.
    [Theory]
    [InlineData("Sort(LogSigmoid(-x), Log1mExp(-Exp(XLogX(x))))[0]")]
    [InlineData("Sort(Softmax(x) + x, Log1mExp(-Exp(XLogX(x))))[2]")]
    public async Task Computed_keys_decide_about_items_that_overflow(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Assert.Equal(new double[4], loss.InDouble(new[] { 1.0, 1e18, 710 }).Select(Math.Abs));
        Assert.Equal(new double[4], loss.InFloat(new[] { 1.0, 1e18, 710 }).Select(Math.Abs));
    }

    [Theory]
    [InlineData("Norm(x, 1)")]
    [InlineData("Norm(x, 2)")]
    [InlineData("Norm(x, 3)")]
    [InlineData("Norm(x, P)")]
    [InlineData("CosineSimilarity(x, x + 1) * 0")]
    public async Task A_zero_row_has_no_length_and_no_direction(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double P {{ get; init; }} = 1.5; public double Formula(Row x) => {formula};", "R");
        Assert.Equal(new double[5], loss.InDouble(new double[4]));
        Assert.Equal(new double[5], loss.InFloat(new double[4]));
    }

    [Theory]
    [InlineData("1", 4.5)]
    [InlineData("3", 2.1897595699439445)]
    [InlineData("double.PositiveInfinity", 2)]
    public async Task The_order_of_a_norm_may_be_captured(string order, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => Norm(x, p);", "R", "(double p)", $"({order})");
        Assert.Equal(value, loss.InDouble(new[] { 0.5, -1.25, 2, 0.75 })[0], 1e-15);
    }

    // As in the arrays of .NET, NaN is before all numbers; what does not look at it does not see it.
    [Theory]
    [InlineData("Sort(x)[0]", double.NaN)]
    [InlineData("Sort(x)[2]", 2)]
    [InlineData("SortDescending(x)[0]", 2)]
    [InlineData("Sort(-x, t)[0] + ArgMax(x) + ArgMin(x) + x[0]", 34)]
    [InlineData("x[ArgMax(x)]", double.NaN)]
    [InlineData("CumulativeSum(x)[0]", 2)]
    [InlineData("CumulativeSum(x)[2]", double.NaN)]
    [InlineData("CumulativeLogSumExp(x)[1]", double.NaN)]
    [InlineData("Reverse(x)[2]", 2)]
    public async Task An_element_that_is_not_a_number_has_its_place(string formula, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, Row t) => {formula};", "RR");
        double[] x = [2, double.NaN, 1], t = [10, 30, 20];
        Assert.Equal(value, loss.InDouble(x, t)[0]);
        Assert.Equal(value, loss.InFloat(x, t)[0]);
        Row row = x;
        Assert.Equal((LossMath.ArgMax(row), LossMath.ArgMin(row)), (1, 1));
        Assert.Equal([double.NaN, 1, 2], LossMath.Sort(row).AsSpan().ToArray());
        Assert.Equal([2, 1, double.NaN], LossMath.SortDescending(row).AsSpan().ToArray());
    }
}
