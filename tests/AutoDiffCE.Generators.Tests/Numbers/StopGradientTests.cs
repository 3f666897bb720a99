using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>What StopGradient does to value and gradient. The right numbers are computed with 60 digits, what is stopped a constant.</summary>
public class StopGradientTests
{
    [Theory]
    [InlineData("x * StopGradient(x)", 3, 9, 3)]
    [InlineData("x * x + StopGradient(x * x * x)", 3, 36, 6)]
    [InlineData("StopGradient(x * StopGradient(x)) * x", 3, 27, 9)]
    [InlineData("x / StopGradient(x)", 4, 1, 0.25)]
    [InlineData("StopGradient(x) / x", 4, 1, -0.25)]
    [InlineData("Pow(StopGradient(Abs(x)), 1.5) * Square(x)", 4, 128, 64)]
    [InlineData("StopGradient(x > 1 ? 2 * x : 2) * x", 3, 18, 6)]
    [InlineData("(StopGradient(x) > 1 ? 2 * x : 2) * x", 3, 18, 12)]
    [InlineData("StopGradient(StopGradient(x) * 0 + 2) * x", 3, 6, 2)]
    public async Task What_is_stopped_is_a_constant_to_the_gradient(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
        Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    // x and a stopped x are the same number, and are found to be where the value is made; not so where the derivative is taken.
    [Theory]
    [InlineData("x + StopGradient(Round(x) - x)", 2.3, 2, 1)]
    [InlineData("x + StopGradient(Round(x) - x)", 1e-20, 0, 1)]
    [InlineData("Exp(x - StopGradient(x)) * 3", 1000, 3, 3)]
    [InlineData("Abs(x - StopGradient(x))", 2, 0, 0)]
    [InlineData("Max(x, StopGradient(x))", 2, 2, 0.5)]
    [InlineData("Relu(x) + StopGradient(Relu(x)) - Relu(StopGradient(x))", 2, 2, 1)]
    public async Task A_number_and_its_stopped_self_cancel_in_the_value_alone(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Assert.Equal([value, gradient], loss.InDouble(x));
        Assert.Equal([value, gradient], loss.InFloat(x));
    }

    // The weight of a focal loss, and a denominator, as if they were not stopped: the value does not know that they are.
    [Theory]
    [InlineData("StopGradient(Square(1 - Sigmoid(x))) * -Log(Sigmoid(x))", 40, 7.6676480737219996e-53, -7.6676480737219995e-53)]
    [InlineData("StopGradient(Square(1 - Sigmoid(x))) * -Log(Sigmoid(x))", -800, 800, -1)]
    [InlineData("StopGradient(Square(1 - Sigmoid(x))) * -Log(Sigmoid(x))", 0.3, 0.10039327548859708, -0.077068107630010333)]
    [InlineData("Log(Exp(x) / StopGradient(1 + Exp(x)))", 50, -1.9287498479639178e-22, 1)]
    [InlineData("Log(StopGradient(Exp(x)) / (1 + Exp(x)))", -1000, -1000, 0)]
    public async Task The_value_is_as_stable_as_without(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    [Theory]
    [InlineData(new double[] { 50, 0, 1 }, 0, new[] { 3.6885411005625049e-64, -3.6885411005625049e-64, 9.9200148636692619e-65, 2.6965396141955787e-64 })]
    [InlineData(new[] { 1, 2, 0.5 }, 1, new[] { 0.064077637238740393, 0.031906281257087248, -0.051258419076925207, 0.019352137819837959 })]
    [InlineData(new double[] { -1000, 1000, 0 }, 0, new double[] { 2000, -1, 1, 0 })]
    public async Task A_stopped_weight_of_a_row_and_a_label_keeps_its_digits(double[] x, int label, double[] right)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) { var p = Exp(x[k]) / Sum(Exp(x)); return StopGradient(Square(1 - p)) * -Log(p); }", "RI");
        Close(right, loss.InDouble(x, label), DoubleTolerance);
    }

    [Theory]
    [InlineData("-Dot(StopGradient(Softmax(x / 0.5)), LogSoftmax(x))")]
    [InlineData("-Sum(x, (a, i) => StopGradient(Exp(a / 0.5) / Sum(Exp(x / 0.5))) * LogSoftmax(x)[i])")]
    public async Task A_target_of_the_prediction_itself_is_a_constant(string formula)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x) => {formula};", "R");
        double[] right = [0.43246460954034039, 0.14973849934787756, -0.14973849934787756, 0];
        Close(right, loss.InDouble(new double[] { 1, 2, -1000 }), DoubleTolerance);
        Close(right, loss.InFloat(new double[] { 1, 2, -1000 }), FloatTolerance);
    }

    [Fact]
    public async Task One_of_two_rows_may_be_stopped()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row a, Row b) { var target = StopGradient(b / Norm(b)); return 2 - 2 * Dot(a / Norm(a), target); }", "RR");
        double[] right = [2, -0.46656947481584345, -0.11664236870396086, -0.23328473740792172];
        Close(right, loss.InDouble(new double[] { 1, 2, -3 }, new double[] { 2, 0.5, 1 }), DoubleTolerance);
    }

    [Fact]
    public async Task A_stopped_row_has_the_elements_of_the_row()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            """
            public double Formula(Row x, int k)
            {
                Row held = StopGradient(x);
                double sum = 0;
                for (int i = 0; i < held.Length; i++)
                    sum += held[i] * x[i] * i;
                return sum + held[k] * x[k] + Max(held) * x[0];
            }
            """,
            "RI");
        Close([4 + (25 * 2) + 4 + 15, 5, 4, 10], loss.InDouble(new double[] { 3, 2, 5 }, 1), DoubleTolerance);
    }

    // What the rounds before have made of a variable is stopped with all that it is made of.
    [Theory]
    [InlineData("total += StopGradient(Log(running)) * x[i];", 0.761500010418808986, 0, 1.0986122886681098)]
    [InlineData("total += Log(running) * StopGradient(x[i]);", 0.761500010418808986, 0.23104906018664842, 0.46209812037329684)]
    [InlineData("if (StopGradient(running) > 2) total += running * x[i];", 2.0794415416798357, 0.69314718055994531, 4.3862943611198906)]
    public async Task What_a_loop_carries_may_be_stopped_where_it_is_read(string read, double value, double first, double second)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $$"""
            public double Formula(Row x)
            {
                double running = 0, total = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    running += Exp(x[i]);
                    {{read}}
                }
                return total;
            }
            """,
            "R");
        Close([value, first, second], loss.InDouble(new[] { 0, Math.Log(2) }), DoubleTolerance);
    }

    // What overflows is evaluated as it was written, and there, too, what is stopped is stopped.
    [Theory]
    [InlineData("Exp(x) * StopGradient(Exp(x)) / Exp(2 * x + 1)", 600, 0.36787944117144233, -0.36787944117144233)]
    [InlineData("StopGradient(Sinh(x) / Cosh(x)) * x", 800, 800, 1)]
    public async Task What_overflows_is_evaluated_with_what_is_stopped(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    [Fact]
    public async Task Weights_that_may_be_left_out_may_be_stopped_with_what_they_weigh()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double[] Weights { get; init; } = [];\npublic double Formula(Row x) => Dot(StopGradient(Weighted(x, Weights)), x);", "R");
        Assert.Equal([13, 2, 3], loss.InDouble(new double[] { 2, 3 }));
    }
}
