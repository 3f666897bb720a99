using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// The gamma function and the beta function as a user writes them: value and gradient keep their digits beside roots, and where large terms cancel. The right
/// numbers are computed with 60 digits and more.
/// </summary>
public class GammaFunctionTests
{
    [Theory]
    [InlineData("LogGamma(x)", 1.0009765625, -0.00056290317999120463, -0.57561042934062191)]
    [InlineData("LogGamma(x)", 1.9990234375, -0.0004125677359714894, 0.42215432390062859)]
    [InlineData("LogGamma(x)", 0.0001220703125, 9.0108428986376797, -8192.577014885196)]
    [InlineData("LogGamma(x)", 3.5, 1.2009736023470742, 1.1031566406452432)]
    [InlineData("LogGamma(x)", 1e10, 220258509288.81058, 23.025850929890457)]
    [InlineData("LogGamma(x)", 0.99999999999, 5.7721571266879579e-12, -0.5772156649179822)]
    [InlineData("Digamma(x)", 1.4616321449683622, -9.2412655217294275e-17, 0.96767224544762125)]
    [InlineData("Digamma(x)", 0.25, -4.2274535333762654, 17.197329154507111)]
    [InlineData("Digamma(x)", 4096, 8.31764409143979, 0.00024417042974770687)]
    [InlineData("Trigamma(x)", 0.125, 65.388133444988034, -1025.7533381181357)]
    [InlineData("Trigamma(x)", 100, 0.010050166663333571, -0.00010100499983335)]
    [InlineData("LogGamma(3.5) - LogBeta(x, 3.5)", 1e10, 80.590478255229099, 3.4999999995625e-10)]
    [InlineData("LogGamma(3.5) - LogBeta(x, 3.5)", 1e13, 104.76762173122952, 3.4999999999995625e-13)]
    [InlineData("LogGamma(3.5) - LogBeta(x, 3.5)", 1e15, 120.8857173821874, 3.4999999999999956e-15)]
    [InlineData("LogBeta(x, 2.5)", 0.0009765625, 6.9302219922284381, -1025.2792458223859)]
    [InlineData("LogBeta(x, 2.5)", 0.5, 0.16390063283767394, -2.8862943611198906)]
    [InlineData("LogBeta(x, 2.5)", 8, -5.1307809878654302, -0.28735955634207638)]
    [InlineData("LogBeta(x, 2.5)", 1048576, -34.372677945662553, -2.3841840857152276e-6)]
    [InlineData("LogBeta(x, 2.5)", 1e15, -86.062258116803796, -2.4999999999999981e-15)]
    [InlineData("LogBeta(30000000.0, x)", 1048576, -4583374.1243960518, -3.3881203533129325)]
    public async Task Digits_are_kept(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
        if (x == (float)x)
            Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    // A pole silences nothing, and a weight of zero silences a pole.
    [Theory]
    [InlineData("LogGamma(x)", 0, double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData("Digamma(x)", 0, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("LogGamma(x)", -0.5, double.NaN, double.NaN)]
    [InlineData("0.0 * x + Where(x > 1, LogGamma(x), 0)", -0.5, 0, 0)]
    [InlineData("0.0 * LogGamma(x) + x", 0, 0, 1)]
    public async Task Outside_of_the_domain_nothing_is_defined(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Assert.Equal([value, gradient], loss.InDouble(x));
        Assert.Equal([(float)value, (float)gradient], loss.InFloat(x));
    }

    [Fact]
    public async Task Rows_share_what_a_negative_binomial_has_in_common()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x) => Sum(LogGamma(Exp(x) + 3) - LogGamma(Exp(x)) - LogBeta(2, Exp(x)));", "R");
        WrittenLoss other = await WrittenLoss.Compile(
            "public double Formula(Row x) => Sum(x + Log(Exp(x) + 1) + Log(Exp(x) + 2) + x + Log(Exp(x) + 1));", "R");
        double[] x = [0.3, -1.2, 2.5, 0.9];
        Close(other.InDouble(x), loss.InDouble(x), 1e-13);
    }
}
