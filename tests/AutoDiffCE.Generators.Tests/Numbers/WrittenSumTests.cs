using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Sums in which what is large cancels before what is small is added, because their author wrote them so.</summary>
public class WrittenSumTests
{
    [Theory]
    [InlineData("c + (a - Log(Exp(b)))")]
    [InlineData("c - (Log(Exp(a)) - b)")]
    [InlineData("c + (Pow(Sqrt(a), 2) - b)")]
    [InlineData("c + (a - b * Sign(Pow(Exp(d), d)))")]
    [InlineData("c + -1 * (b - a * Sign(Pow(Exp(d), d)))")]
    [InlineData("c + (a - b * Exp(d) / Exp(d * (1 + d)))")]
    [InlineData("Log(Exp(a - b * Sign(Pow(Exp(d), d))) * Exp(c))")]
    public async Task A_group_is_found_where_its_terms_are_rewritten(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("c + Log(Exp(a) / Exp(b))")]
    [InlineData("c - Log(Exp(b) / Exp(a))")]
    [InlineData("Log(Exp(c) * (Exp(a) / Exp(b)))")]
    [InlineData("Log(Exp(c) / (Exp(b) / Exp(a)))")]
    [InlineData("c + Log(Exp(a) / Exp(b)) + Exp(-Square(c + a))")]
    public async Task A_quotient_of_exponentials_is_a_group(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("c + (a - b * Exp(d))")]
    [InlineData("c - (a * (1 + d) * Pow((1 + d), d) - b)")]
    [InlineData("c + (a / (1 + d) - b)")]
    [InlineData("c + (a / ((1 + d) + d) - b / (1 + d))")]
    public async Task A_group_is_found_where_a_product_or_a_quotient_in_it_is_guarded(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("(x - 1) + (x - 1) + (x - 1)", 3)]
    [InlineData("(x + (-1.0)) + (x - 1) - ((x - 1) - (x - 1)) + (1 - x) - (1 - x) + (x - 1)", 3)]
    [InlineData("(x - 1) + (x - 1) + ((x - 1) + (x - 1)) + (x - 1)", 5)]
    [InlineData("(1 - x) - (x - 1) - (x - 1)", -3)]
    [InlineData("Exp(x) * 0 + ((x - 1) + (x - 1) + (x - 1))", 3)]
    public async Task A_group_that_is_added_several_times_is_added_up_first(string formula, double times)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        float x = MathF.BitDecrement(MathF.BitDecrement(1));
        Assert.Equal([(float)(times * ((double)x - 1)), (float)times], loss.InFloat((double)x).Select(number => (float)number));
    }

    [Theory]
    [InlineData("(c + (a - b)) * (1 + d) + 0 * (a + c - b)")]
    [InlineData("d + (c + (a - b))")]
    [InlineData("d - (d - (c - (b - a)))")]
    [InlineData("(d + (c - (b - a))) + (1 + d) * (1 + d) - Square((1 + d))")]
    public async Task A_group_within_a_group_is_added_first(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("a - b + c + Exp(-Square(b - c))")]
    [InlineData("a - b + c + Exp(-Square(c - b))")]
    [InlineData("c + (a - b) + Exp(-Square(c + a))")]
    public async Task A_sum_has_the_groups_that_it_was_written_with_and_not_those_of_another_one(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("c - (a - (H > 0 ? b : 2 * b))")]
    [InlineData("H >= 0.5 ? c - (a - (H + H > 1 ? b : 2 * b)) : a")]
    [InlineData("c + (H > 0.5 ? a - b : b)")]
    public async Task A_group_is_found_where_a_hyper_parameter_chooses_a_term_of_it(string formula) => await IsExact(formula);

    [Theory]
    [InlineData("x[^1] * x[k] - (x[^1] - Log(Exp(x[k])))")]
    [InlineData("x[0] * x[k] + (x[k] - Max(x))")]
    [InlineData("x[0] * x[k] + (Log(Exp(x[k])) - Mean(x))")]
    [InlineData("x[^1] * x[k] - (x[^1] - x[k] * Sign(Pow(Exp(x[0]), x[0])))")]
    [InlineData("x[^1] * x[k] - (x[^1] - x[k] * Exp(x[k] - x[0]))")]
    public async Task A_group_is_found_where_its_terms_are_rewritten_under_a_lifted_label(string formula)
    {
        foreach (string smoothing in new[] { "0", "0.5" })
        {
            WrittenLoss loss = await WrittenLoss.Compile(
                $"public double Formula(Row x, int k) => {formula};", "RI", "", $"() {{ LabelSmoothing = {smoothing} }}");
            Close([1e-20], [loss.InDouble((double[])[1e-10, 1e-10], 1)[0]], DoubleTolerance);
        }
    }

    [Fact]
    public async Task The_gradient_of_a_square_has_the_groups_of_what_is_squared()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(double s, double t) => Pow(t - (s - Sign(Pow(Exp(s), s))), 2);", "SS");
        Close([1e-20, 2e-10], loss.InDouble(1.0, -1e-10), DoubleTolerance);
        Close([1e-20, 2e-10], loss.InFloat(1.0, -1e-10), FloatTolerance);
        WrittenLoss quotient = await WrittenLoss.Compile("public double Formula(double s, double t) => Pow(t - (s - s / t * t), 2) + 0 * s;", "SS");
        Close([1, 0], quotient.InDouble(1e18, 1.0), DoubleTolerance);
    }

    [Theory]
    [InlineData("Sum(x, (u, i) => Sum(x, (v, j) => Square(1e-10 + (u * Sign(Pow(Exp(u), u)) - v))))")]
    [InlineData("Sum(x, (u, i) => Sum(x, (v, j) => Square(1e-10 + (v * Sign(Pow(Exp(u), u)) - u))))")]
    [InlineData("Sum(x, (u, i) => Sum(x, (v, j) => Square(1e-10 + (v - u))))")]
    public async Task A_group_is_found_along_any_axis(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        Close([4e-20, 0, 0], loss.InDouble((double[])[1, 1]), DoubleTolerance);
    }

    [Theory]
    [InlineData("(x - 2.0) - 0.1")]
    [InlineData("x - two - 0.1")]
    [InlineData("(x - two) - 0.1 * Sign(two)")]
    public async Task What_all_samples_share_is_subtracted_in_turn(string formula)
    {
        // x − 2 is exact, and 2.1 is not.
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double two {{ get; init; }}\npublic double Formula(double x) => {formula};", "S", "", "() { two = 2 }");
        Close([2.0996056178119034 - 2.0 - 0.1, 1], loss.InDouble(2.0996056178119034), DoubleTolerance);
        WrittenLoss largest = await WrittenLoss.Compile(
            $"public double two {{ get; init; }}\npublic double Formula(Row x) => Max({formula});", "R", "", "() { two = 2 }");
        Close([2.0996056178119034 - 2.0 - 0.1, 0, 1], largest.InDouble((double[])[1, 2.0996056178119034]), DoubleTolerance);
    }

    // What is large, and cancels, in a formula that is c and has the derivative 1 by it.
    private static async Task IsExact(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double H {{ get; init; }}\npublic double Formula(double c, double a, double b, double d) => {formula};", "SSSS", "", "() { H = 1 }");
        Close([1e-3, 1], loss.InDouble(1e-3, 1e18, 1e18, 0.0), DoubleTolerance);
        Close([1e-3, 1], loss.InFloat(1e-3, 1e18, 1e18, 0.0), FloatTolerance);
    }
}
