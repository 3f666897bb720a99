using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Functions that are written for the sake of small numbers: the 1 inside them is not added to what stands beside them, which would lose the digits.</summary>
public class SmallNumberTests
{
    [Theory]
    [InlineData("LogP1(Tanh(x))", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("LogP1(-Tanh(-x))", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("LogP1(Erf(x))", 1.1283791670318507e-10, 1.1283791669681886)]
    [InlineData("LogP1((one - 1) + x)", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("LogP1((one - 1) + Tanh(x))", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("(1 - one) + Tanh(x)", 1E-10, 1)]
    [InlineData("Erf(x) - (one - 1)", 1.1283791670955126E-10, 1.1283791670955126)]
    [InlineData("LogP1(ExpM1(zero) + Tanh(x))", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("LogP1(0.3 * ExpM1(x))", 3.000000000105e-11, 0.30000000002099997)]
    [InlineData("LogP1(ExpM1(x))", 1e-10, 1.0)]
    [InlineData("LogP1(-Erf(x) * Exp(zero))", -1.1283791671591746e-10, -1.1283791672228365)]
    [InlineData("LogP1(-Sigmoid(x - 23))", -1.0261879632201547e-10, -1.0261879631675017e-10)]
    [InlineData("LogP1(Exp(x - 23))", 1.0261879632201547e-10, 1.0261879631675017e-10)]
    [InlineData("LogP1(-Exp(x - 23))", -1.0261879633254609e-10, -1.026187963378114e-10)]
    [InlineData("ExpM1(zero) + Tanh(x)", 1e-10, 1.0)]
    [InlineData("Tanh(x) - ExpM1(zero)", 1e-10, 1.0)]
    [InlineData("ExpM1(zero) + Erf(x)", 1.1283791670955126e-10, 1.1283791670955126)]
    [InlineData("ExpM1(zero) + Sigmoid(x - 23)", 1.0261879631675017e-10, 1.0261879630621954e-10)]
    [InlineData("ExpM1(2 * x) - ExpM1(x)", 1.00000000015e-10, 1.0000000003)]
    [InlineData("(2 - 2 * one) + ExpM1(x)", 1.00000000005e-10, 1.0000000001)]
    [InlineData("(one - 1) - ExpM1(-x)", 9.999999999500001e-11, 0.9999999999)]
    [InlineData("Log(-ExpM1(-x))", -23.025850929990458, 9999999999.5)]
    public async Task What_is_written_for_small_numbers_keeps_their_digits(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double zero, double one) => {formula};", "SSS");
        Close([value, gradient], loss.InDouble(1e-10, 0.0, 1.0), DoubleTolerance);
        Close([value, gradient], loss.InFloat(1e-10, 0.0, 1.0), FloatTolerance);
    }

    [Theory]
    [InlineData("LogP1(Tanh(x))", -20, -39.306852819440055)]
    [InlineData("LogP1(Tanh(x))", 20, 0.69314718055994531)]
    [InlineData("LogP1(-Tanh(x))", 20, -39.306852819440055)]
    [InlineData("LogP1(Exp(x))", 1000, 1000)]
    [InlineData("LogP1(Exp(x) - 1)", 1000, 1000)]
    [InlineData("LogP1(Exp(x) + Exp(2 * x))", 1000, 2000)]
    [InlineData("LogP1(-Sigmoid(x))", 50, -50)]
    [InlineData("LogP1(ExpM1(x))", 1000, 1000)]
    [InlineData("1 + ExpM1(x)", -50, 1.9287498479639178e-22)]
    [InlineData("Log(-ExpM1(x))", -50, -1.9287498479639178e-22)]
    public async Task What_the_one_cancels_with_does_so(string formula, double x, double value)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value], [loss.InDouble(x)[0]], DoubleTolerance);
    }

    // e^−88 times log b leaves two digits in float, which the large factor would show: what is captured is multiplied by itself, in double.
    [Theory]
    [InlineData("XLogY(Sum(Exp(w)), b)")]
    [InlineData("XLogY(Exp(w)[0] + Exp(w[1]), b)")]
    [InlineData("Log(b) * (Exp(w[0]) + Exp(w[1]))")]
    [InlineData("Sum(XLogY(Exp(w), b))")]
    public async Task A_captured_factor_stays_apart_from_an_exponential_that_makes_up_for_a_large_one(string factor)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(Row x, int k) => LogCosh(Exp(x)[k]) / Exp(Sum(x)) * {factor};", "RI", "(double b, Row w)",
            "(0.999999, (double[])[0, 0.25]) { LabelSmoothing = 0.04 }");
        Assert.InRange(loss.InFloat((double[])[88, 0.5], 1)[0] / (0.02 * -1.3853321354900541e-6), 1 - 1e-6, 1 + 1e-6);
    }

    // Of one class there is nothing left in classes − 1, and all that is beside it counts.
    [Theory]
    [InlineData("Sum(Pow(Exp(OneHot(k, x.Length)), x[k]))", 6.0546018954011859e-39, 6.0546018954011859e-39)]
    [InlineData("x.Length - 1 + Exp(x[0])", 6.0546018954011859e-39, 6.0546018954011859e-39)]
    [InlineData("Exp(x[k]) - (x.Length - 1) * 2", 6.0546018954011859e-39, 6.0546018954011859e-39)]
    [InlineData("Sigmoid(x[0]) + (1 - x.Length)", 6.0546018954011859e-39, 6.0546018954011859e-39)]
    public async Task What_is_beside_a_number_of_classes_less_one_keeps_its_digits(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) => {formula} + 0 * x[k];", "RI");
        Close([value, gradient], loss.InDouble((double[])[-88], 0), 100 * DoubleTolerance);
        Close([value, gradient], loss.InFloat((double[])[-88], 0), 100 * FloatTolerance);
    }
}
