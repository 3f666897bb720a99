using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// Functions of the hyperbola and of the circle, roots and steps, as a user writes them: value and gradient keep their digits at the ends, and where something on
/// the way overflows. The right numbers are computed with 60 digits and more.
/// </summary>
public class CircleFunctionTests
{
    [Theory]
    [InlineData("Cosh(x)", -710.3, 1.507788755590971e+308, -1.507788755590971e+308)]
    [InlineData("Sinh(x)", 710.3, 1.507788755590971e+308, 1.507788755590971e+308)]
    [InlineData("1e300 * Asinh(x)", 1e300, 6.914686750787737e+302, 1)]
    [InlineData("Acosh(x)", 1.000000000001, 1.4142764231805424e-06, 707075.3521795856)]
    [InlineData("Atanh(x)", 0.9999999999999991, 17.675253104278607, 562949953421312.2)]
    [InlineData("Sin(x)", 1e300, -0.8178819121159085, -0.5753861119575491)]
    [InlineData("Sin(x)", 3.141592653589793, 1.2246467991473532e-16, -1)]
    [InlineData("Tan(x)", 1e22, -1.6287782256068988, 3.652918508211158)]
    [InlineData("Acos(x)", 0.9999999999999998, 2.1073424255447017e-08, -47453132.81212578)]
    [InlineData("Cbrt(x)", 1e-300, 1e-100, 3.3333333333333334e+199)]
    [InlineData("Exp2(x)", 1000.25, 1.2742456594525648e+301, 8.832397861902935e+300)]
    [InlineData("Hypot(x, 4e300)", 3e300, 5e300, 0.6)]
    [InlineData("Atan2(x, -1.0)", 1e-300, 3.141592653589793, -1)]
    [InlineData("1e200 * Atan2(1.0, x)", 1e200, 1, -1e-200)]
    [InlineData("x * Floor(x) + Ceiling(x) * Round(x) - Truncate(x)", -2.5, 13.5, -3)]
    public async Task Digits_are_kept_at_the_ends(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    [Theory]
    [InlineData("1e30 * Atan(x)", 1e20f, 1.5707963267948966e30, 1e-10)]
    [InlineData("1e30 * Asinh(x)", 1e30f, 6.977070e31, 1)]
    [InlineData("Cosh(x)", 89.25, 2.882388485453482e38, 2.882388485453482e38)]
    [InlineData("Sinh(x)", -89.25, -2.882388485453482e38, 2.882388485453482e38)]
    [InlineData("Cos(x)", 1e20f, 0.7542592830701055, -0.6565766778545903)]
    [InlineData("Hypot(x, 4e30)", 3e30f, 5e30, 0.6)]
    [InlineData("x * Floor(x) + Ceiling(x) * Round(x) - Truncate(x)", -2.5, 13.5, -3)]
    public async Task Digits_are_kept_at_the_ends_of_float(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InFloat(x), FloatTolerance);
    }

    [Theory]
    [InlineData("Log(Cosh(x))", -1000, 999.3068528194401, -1)]
    [InlineData("Log(Cosh(x))", 1e-9, 5e-19, 1e-9)]
    [InlineData("Log(3 * Cosh(x))", 800, 800.4054651081082, 1)]
    [InlineData("Sqrt(Cosh(x))", 800, 3.6921366253922445e+173, 1.8460683126961223e+173)]
    [InlineData("Log(Sinh(x))", 1000, 999.3068528194401, 1)]
    [InlineData("Sinh(x) / Cosh(x)", 1000, 1, 0)]
    [InlineData("Log(Sinh(x)) + Atan2(x - 1000, 0.0) + Hypot(x - 1000, 0.0)", 1000, 999.3068528194401, 1)]
    [InlineData("Log(Sinh(x)) * (1 + Floor(0.25 * x) - 250)", 1001, 1000.3068528194401, 1)]
    [InlineData("Log(Exp2(x))", 2000, 1386.2943611198906, 0.6931471805599453)]
    [InlineData("Log2(Exp(x) + 1)", 1000, 1442.6950408889634, 1.4426950408889634)]
    [InlineData("Sin(Exp(x) - Exp(x) + 1)", 800, 0.8414709848078965, 0)]
    [InlineData("Cbrt(Exp(x)) * Exp(-300.0)", 900, 1, 0.3333333333333333)]
    [InlineData("Atan(Exp(x)) - Acos(0.0)", -900, -1.5707963267948966, 0)]
    public async Task An_intermediate_result_that_overflows_leaves_no_trace(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Close([value, gradient], loss.InDouble(x), DoubleTolerance);
    }

    // At the ends of the domain the slope is infinite, and outside nothing is defined.
    [Theory]
    [InlineData("Acosh(x)", 1, 0, double.PositiveInfinity)]
    [InlineData("Asin(x)", 1, 1.5707963267948966, double.PositiveInfinity)]
    [InlineData("Acos(x)", -1, 3.141592653589793, double.NegativeInfinity)]
    [InlineData("Atanh(x)", -1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Cbrt(x)", 0, 0, double.PositiveInfinity)]
    [InlineData("Acosh(x)", 0.5, double.NaN, double.NaN)]
    [InlineData("Asin(x)", -1.5, double.NaN, double.NaN)]
    [InlineData("Hypot(x, 0.0)", 0, 0, 0)]
    [InlineData("Atan2(x, 0.0)", 0, 0, 0)]
    [InlineData("0.0 * x + Where(x < 1, 0, Acosh(x))", 0.5, 0, 0)]
    public async Task Ends_of_the_domain_have_the_slope_of_the_limit(string formula, double x, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x) => {formula};", "S");
        Assert.Equal([value, gradient], loss.InDouble(x));
        Assert.Equal([(float)value, (float)gradient], loss.InFloat(x));
    }
}
